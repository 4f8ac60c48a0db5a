/** What people do, as the real discord.js hears it, and what they see of its answers. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  Events,
  MessageFlags,
  type Client,
  type Interaction,
  type Message,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {logIn, makeClient} from './client.js';
import {startDiscord, type LoopbackDiscord} from './index.js';

const question = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  description: 'What',
  required: true,
  autocomplete: true,
} as const;

const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'bpf-howto',
    description: 'Ask the HOWTO',
    options: [{type: ApplicationCommandOptionType.Subcommand, name: 'ask', description: 'Ask', options: [question]}],
  },
  {name: 'Answer this', type: ApplicationCommandType.Message},
];

const ask = {name: 'bpf-howto', subcommand: 'ask', options: {question: 'where?'}};

const buttons = {
  type: ComponentType.ActionRow,
  components: [{type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Next', custom_id: 'next:2'}],
} as const;

const menu = {
  type: ComponentType.ActionRow,
  components: [{type: ComponentType.StringSelect, custom_id: 'browse', options: [{label: 'Patches', value: 'p'}]}],
} as const;

let discord: LoopbackDiscord;
let client: Client;
let heard: Message[];

beforeEach(async () => {
  discord = await startDiscord();
  client = makeClient(discord);
  heard = [];
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) heard.push(message);
  });
  await logIn(discord, client);
  await client.application?.commands.set(commands);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

/** Handle the interactions to come, and keep the codes of what fails. */
function handle(work: (interaction: Interaction) => Promise<unknown>): (number | string)[] {
  const codes: (number | string)[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    work(interaction).catch((error: unknown) => {
      codes.push(error instanceof DiscordAPIError ? error.code : String(error));
    });
  });
  return codes;
}

function heardNext(): Promise<Message> {
  return new Promise((resolve) => client.once(Events.MessageCreate, resolve));
}

describe('a command', () => {
  it('keeps its id when all are put again', async () => {
    const before = discord.commands().map(({id}) => id);
    await client.application?.commands.set(commands);
    expect(discord.commands().map(({id}) => id)).toEqual(before);
    expect(discord.requests.filter(({route}) => route.startsWith('PUT')).length).toBe(2);
  });

  it('gets proposals while one types', async () => {
    handle(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{name: interaction.options.getFocused().toUpperCase(), value: 'w'}]);
    });
    const exchange = discord.say.autocomplete({...ask, focused: 'question', options: {question: 'wh'}});
    expect(await exchange.choices()).toEqual([{name: 'WH', value: 'w'}]);
  });

  it('is deferred, answered in private and followed up', async () => {
    handle(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({flags: MessageFlags.Ephemeral});
      await interaction.editReply('one');
      await interaction.followUp('two');
      await interaction.deleteReply();
    });
    const exchange = discord.say.command(ask);
    await discord.until(
      () => (exchange.messages().length === 1 && exchange.messages()[0]?.content === 'two') || undefined,
      'two',
    );
    expect(discord.messages().map(({content}) => content)).toEqual(['two']);
    expect(discord.violations).toEqual([]);
  });

  it('sees the message it is pointed at', async () => {
    handle(async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) await interaction.reply(`of ${interaction.targetMessage.content}`);
    });
    const target = discord.say.message({text: 'secret words'});
    const exchange = discord.say.messageCommand({name: 'Answer this', target: target.id});
    expect((await exchange.reply()).content).toBe('of secret words');
  });

  it('is dead after 3 seconds', async () => {
    const codes = handle(async (interaction) => {
      discord.advance(3001);
      if (interaction.isChatInputCommand()) await interaction.reply('late');
    });
    discord.say.command(ask);
    await discord.until(() => discord.violations[0], 'the violation');
    await expect.poll(() => codes).toEqual([10062]);
  });

  it('is answered once only, and not after 15 minutes', async () => {
    const codes = handle(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('one');
      const body = {type: 4, data: {content: 'two', allowed_mentions: {parse: []}}};
      const again = client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body,
        auth: false,
      });
      await again.catch((error: unknown) => codes.push(error instanceof DiscordAPIError ? error.code : String(error)));
      discord.advance(15 * 60_000 + 1);
      await interaction.editReply('three');
    });
    discord.say.command(ask);
    await expect.poll(() => codes).toEqual([40060, 50027]);
    expect(discord.violations.map(({rule}) => rule)).toEqual([
      'second callback to one interaction',
      'interaction token used after its 15 minutes',
    ]);
  });

  it('cannot be sent as Discord would not', () => {
    expect(() => discord.say.command({name: 'nothing'})).toThrow('No command nothing is registered.');
    expect(() => discord.say.command({...ask, options: {}})).toThrow('/bpf-howto wants question.');
  });
});

describe('a component', () => {
  it('is pressed, and its message changes', async () => {
    handle(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({content: 'page 1', components: [buttons, menu]});
      if (interaction.isButton()) await interaction.update({content: `page ${interaction.customId}`});
      if (interaction.isStringSelectMenu()) await interaction.reply(`chose ${interaction.values.join()}`);
    });
    const {id} = await discord.say.command(ask).reply();
    expect((await discord.say.press({message: id, button: 'Next', user: discord.bob.id}).reply()).content).toBe(
      'page next:2',
    );
    expect((await discord.say.select({message: id, menu: 'browse', values: ['p']}).reply()).content).toBe('chose p');
    expect(() => discord.say.press({message: id, button: 'Last'})).toThrow('it has: Next.');
    expect(discord.violations).toEqual([]);
  });

  it('opens a form', async () => {
    handle(async (interaction) => {
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('why'));
    });
    expect((await discord.say.submit({form: 'f', fields: {why: 'because'}}).reply()).content).toBe('because');
  });
});

describe('a message', () => {
  it('shows its words where the bot is named, replied to, or alone with somebody', async () => {
    const channel = await client.channels.fetch(discord.channel);
    const own = channel?.isSendable() ? await channel.send('mine') : undefined;
    discord.say.message({text: 'hidden'});
    discord.say.mention({text: 'shown'});
    discord.say.message({text: 'replied', replyTo: own?.id ?? ''});
    discord.say.message({text: 'replied quietly', replyTo: own?.id ?? '', pings: false});
    discord.say.direct({text: 'alone'});
    await expect
      .poll(() => heard.map(({cleanContent}) => cleanContent))
      .toEqual(['', '@howto-bot shown', 'replied', '', 'alone']);
  });

  it('keeps the words of the one it replies to', async () => {
    const parent = discord.say.message({text: 'what I ask'});
    discord.say.mention({text: '^', replyTo: parent.id, user: discord.bob.id});
    await expect.poll(() => heard.length).toBe(2);
    expect((await heard[1]?.fetchReference())?.content).toBe('');
  });

  it('is edited and deleted, and the bot hears of it', async () => {
    const next = heardNext();
    const message = discord.say.mention({text: 'one'});
    await next;
    const told: string[] = [];
    client.on(Events.MessageUpdate, (_old, {cleanContent}) => void told.push(cleanContent));
    client.on(Events.MessageDelete, ({id}) => void told.push(id));
    discord.say.edit(message.id, `<@${discord.bot.id}> two`);
    discord.say.remove(message.id);
    await expect.poll(() => told).toEqual(['@howto-bot two', message.id]);
  });

  it('is answered in its thread, also when that was archived', async () => {
    const thread = discord.land.addThread(discord.channel, 'Help');
    const next = heardNext();
    const message = discord.say.mention({text: 'here', channel: thread});
    const received = await next;
    discord.land.archive(thread);
    await received.reply('there');
    expect((await discord.answerTo(message)).content).toBe('there');
  });

  it('is listed around another one', async () => {
    const ids = Array.from({length: 9}, (_, at) => discord.say.message({text: String(at)}).id);
    const channel = await client.channels.fetch(discord.channel);
    const found = channel?.isTextBased() ? await channel.messages.fetch({around: ids[4] ?? '', limit: 3}) : undefined;
    expect([...(found?.keys() ?? [])]).toEqual([ids[5], ids[4], ids[3]]);
  });
});

describe('a guild', () => {
  it('is known after the log-in', () => {
    expect(client.guilds.cache.map(({id, name}) => [id, name])).toEqual([[discord.guild, 'Kernel']]);
    expect(client.user?.id).toBe(discord.bot.id);
  });

  it('comes and goes, with its channels', async () => {
    const guild = discord.land.addGuild('New');
    const channel = discord.land.addChannel(guild, 'patches');
    await expect.poll(() => client.channels.cache.has(channel)).toBe(true);
    discord.land.removeChannel(channel);
    discord.land.removeGuild(guild);
    await expect
      .poll(() => [client.channels.cache.has(channel), client.guilds.cache.has(guild)])
      .toEqual([false, false]);
  });
});
