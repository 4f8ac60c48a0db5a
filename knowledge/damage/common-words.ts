/**
 * The words that stand in most documents about the kernel, counted by the number of documents that use them.
 *
 * A damaged copy shows by what became of these: they are missing, or words one letter away stand in their place. The list
 * is kept short on purpose, since it is read at every start; a rare word says little about damage.
 */
const words =
  'ability able about above accept access accessed accesses accessible accessing according across action active ' +
  'actual actually add added adding addition additional additionally address addresses adds advantage affect ' +
  'affected after again against algorithm all allocate allocated allocation allow allowed allowing allows ' +
  'almost along already also although always among amount an and another any anything api apis appear ' +
  'application applications applied applies apply approach appropriate appropriately arbitrary architecture ' +
  'architectures are area argp argument arguments around array as assigned associated assume at attached ' +
  'attempt attempts attribute attributes audio automatically available avoid aware away back bad base based ' +
  'basic be because become becomes been before beginning behavior behaviour being below best better between ' +
  'beyond big binary bit bits block blocks boot both bound break buffer buffers bug bugs build built bus but by ' +
  'byte bytes cache calculated call callback callbacks called caller calling calls can cannot capabilities ' +
  'capability capable capture card cards care case cases cat cause caused causes certain change changed changes ' +
  'changing channel chapter char character check checked checking checks chip choose class clear client clock ' +
  'close code codes combination come comes command commands common compatibility compatible compile compiled ' +
  'complete completed completely completion complex component components condition conditions config ' +
  'configuration configurations configure configured configuring connected connection consider considered ' +
  'consistent consists const contain containing contains content contents context continue control controlled ' +
  'controller controls copied copy copyright core correct correctly corresponding corresponds could count ' +
  'counter counters course cpu cpus create created creates creating creation critical current currently custom ' +
  'data deal debug debugging default defaults define defined defines definition definitions delay depend ' +
  'dependent depending depends deprecated describe described describes description descriptor descriptors ' +
  'design designed desired destination detail detailed details detect detected determine determined dev ' +
  'developers development device devices did difference different digital direct direction directly directories ' +
  'directory disable disabled disables disk display dma do document documentation documented does doing done ' +
  'down driver drivers drop dropped due during dynamic dynamically each earlier early easier easily easy echo ' +
  'effect efficient einval either else embedded empty enable enabled enables enabling end enough ensure entire ' +
  'entirely entries entry enum environment equal equivalent errno error errors especially ethernet even event ' +
  'events every everything exact exactly example examples except exception execute executed execution exist ' +
  'existing exists exit expect expected explicit explicitly expose exposed extended extensions external extra ' +
  'fact fail failed fails failure false far fast fd feature features few field fields file files filesystem ' +
  'fill filled filter final finally find firmware first fit fix fixed flag flags flow follow followed following ' +
  'follows for force form format formats forward found four frame frames framework free freed frequency from ' +
  'full fully function functionality functions further future general generally generate generated generic get ' +
  'gets getting give given gives global go goes going good greater group groups guarantee guaranteed had hand ' +
  'handle handled handler handles handling happen happens hard hardware has hash have having header held help ' +
  'helper hence here high higher hold host how however id idea identical identified identifier identify idle ' +
  'ids if ignore ignored image immediately implement implementation implementations implemented implementing ' +
  'implements important improve in include included includes including increase independent index indicate ' +
  'indicates indicating individual info information infrastructure initial initialization initialize ' +
  'initialized inode input inside install installed instance instances instead instructions int integer intel ' +
  'intended interface interfaces internal internally interrupt interrupts into introduced introduction invalid ' +
  'invoked io ioctls ip irq is issue issues it its itself just keep kept kernel kernels key kind know known ' +
  'large larger last latency later latest latter layer layout lead least leave left legacy length less let ' +
  'level levels library like likely limit limitations limited limits line lines link linked links linux list ' +
  'listed lists little load loaded loading local located location lock locking locks log logical long longer ' +
  'look looking looks lookup loop lot low lower machine macro made mailing main maintain maintained major make ' +
  'makes making manage managed management manual manually many map mapped mapping maps mark marked mask master ' +
  'match matches matching max maximum may meaning means mechanism mechanisms media member members memory ' +
  'mentioned message messages metadata method methods might minimum missing mode model modes modified modify ' +
  'module modules moment monitor more most mostly mount mounted move much multiple must name named names ' +
  'necessary need needed needs negative network networking never new newer next no node nodes none nor normal ' +
  'normally not note nothing notice now null number numbers object objects obtain obtained occur occurs of off ' +
  'offset often old older on once one ones only open operate operating operation operations option optional ' +
  'optionally options or order original other others otherwise out output outside over overhead overview own ' +
  'package packet packets page pages pair parameter parameters parent part particular parts pass passed passes ' +
  'passing patch patches path paths pci people per perform performance performed performing period physical ' +
  'pixel place placed platform please point pointer pointers points policy poll port ports possible possibly ' +
  'potentially power practice preferred present prevent previous previously primary prior priority private ' +
  'probably probe problem problems process processed processes processing processor program programming ' +
  'programs progress project proper properly properties protect protocol provide provided provides providing ' +
  'public purpose purposes put query queue queues quite range rate rather raw read reading reads ready real ' +
  'really reason reasons receive received receiving recommended record reduce refer reference references ' +
  'regardless region regions register registered registers regular related release released relevant remain ' +
  'remaining remote remove removed replace replaced report reported reports represent represented represents ' +
  'request requested requests require required requirements requires reserved reset resource resources ' +
  'respective respectively response responsible rest result resulting results return returned returning returns ' +
  'right root rule rules run running runs runtime rx safe same sample save say script second seconds section ' +
  'sections security see seen select selected selection semantics send sending sense sent separate sequence ' +
  'serial series server service set sets setting settings setup several shall share shared short should show ' +
  'shown shows side signal signals significant similar similarly simple simply since single situation ' +
  'situations size sizeof sizes sleep small smaller so socket software solution some something sometimes soon ' +
  'source sources space special specific specifically specification specified specifies specify specifying ' +
  'speed split stack standard start started starting starts state states static statistics status step steps ' +
  'still stop storage store stored stores stream string structure structures subject subsequent subsystem ' +
  'success successful successfully such sufficient suitable summary supplied support supported supporting ' +
  'supports sure switch synopsis system systems table tables tag take taken takes target task tasks tcp tell ' +
  'terms test testing text than that the their them themselves then there therefore these they thing things ' +
  'think third this those though thread three through thus time timeout times to together too tool tools top ' +
  'total trace track traffic transfer transmit tree tries trigger triggered true try trying turn tv two tx type ' +
  'types typical typically under underlying understand unique unit units unknown unless unlike unsigned until ' +
  'unused up update updated updates upon upper us usage usb use used useful user users userspace uses using ' +
  'usual usually utility valid value values variable variables various verify version versions very via video ' +
  'view virtual visible void volume wait waiting want wants was way ways we well were what whatever when ' +
  'whenever where whether which while who whole why width will window with within without won words work ' +
  'working works would write writes writing written wrong yet you your zero';

export const commonWords: ReadonlySet<string> = new Set(words.split(' '));
