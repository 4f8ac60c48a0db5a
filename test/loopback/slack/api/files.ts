/** files.*: what people shared, and what the app uploads in the way that is left: announce, send, complete. */
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

function info({platform, workspace, installation, args}: Caller): Fields {
  const id = need(args, 'file');
  const file = platform.files.shape(id);
  if (!file || file.mode === 'tombstone') throw new Refusal(file ? 'file_deleted' : 'file_not_found');
  const shared = workspace.messages.filter(({files}) => files?.some((one) => one.id === id));
  const isSeen = shared.some(
    ({channel}) => workspace.channels.get(channel)?.members.has(installation.botUser) === true,
  );
  if (shared.length > 0 && !isSeen) throw new Refusal('file_not_found');
  return {file, comments: [], response_metadata: {next_cursor: ''}};
}

export const files: Readonly<Record<string, Method>> = {
  'files.info': {scopes: ['files:read'], run: info},
  'files.getUploadURLExternal': {scopes: ['files:write'], run: getUploadUrl},
  'files.completeUploadExternal': {scopes: ['files:write'], run: complete},
};
