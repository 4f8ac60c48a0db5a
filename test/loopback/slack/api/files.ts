/** files.*: what the app uploads, in the way that is left: announce, send, complete. */
import {objectsOf, textOf, unpack, type Fields} from '../fields.js';
import {announce} from '../posting.js';
import {need, Refusal, writableChannel, type Caller, type Method} from './method.js';

function getUploadUrl({platform, args}: Caller): Fields {
  const name = need(args, 'filename');
  if (!(Number(need(args, 'length')) > 0)) throw new Refusal('invalid_arguments');
  const {id, url} = platform.files.announce(name);
  return {upload_url: url, file_id: id};
}

function complete(caller: Caller): Fields {
  const {platform, workspace, installation, args} = caller;
  const files = objectsOf(unpack(args.files)).map(({id, title}) => {
    const file = platform.files.uploaded(textOf(id) ?? '');
    if (!file) throw new Refusal('file_not_found');
    return {id, title: textOf(title) ?? file.name, name: file.name, size: file.content.length};
  });
  if (files.length === 0) throw new Refusal('invalid_arguments');
  if (args.channel_id !== undefined) {
    const channel = writableChannel({...caller, args: {...args, channel: args.channel_id}}).id;
    const {botUser: user, botId} = installation;
    const [text, threadTs] = [textOf(args.initial_comment) ?? '', textOf(args.thread_ts)];
    const message = workspace.post({channel, user, botId, subtype: 'file_share', text, threadTs, files});
    announce(platform, workspace, message);
  }
  return {files};
}

export const files: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {scopes: ['files:write'], run: getUploadUrl},
  'files.completeUploadExternal': {scopes: ['files:write'], run: complete},
};
