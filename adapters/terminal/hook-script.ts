/**
 * The script behind git's `sendemail-validate`: who calls what, told by its first lines.
 *
 * It never stands in the way of a mail for reasons of its own: where the program is gone, it says so and lets the mail
 * pass. Source: githooks(5), "sendemail-validate".
 */

/** The second line of our script; a hook without it belongs to somebody else. */
const mark = '# Written by bpf-howto: `bpf-howto hook uninstall` takes it out.';

export function isOurs(script: string): boolean {
  return script.split('\n', 3)[1] === mark;
}

/**
 * @param program The words that start this program: an interpreter and a file.
 * @param earlier Name of the hook that stood there before, in the same folder; it is asked first.
 */
export function hookScript(program: readonly string[], earlier: string): string {
  const [interpreter = '', main = ''] = program;
  return `#!/bin/sh
${mark}
earlier="$(dirname "$0")/${earlier}"
if [ -x "$earlier" ]; then
	"$earlier" "$@" || exit $?
fi
program=${quoted(interpreter)}
main=${quoted(main)}
if [ -x "$program" ] && [ -f "$main" ]; then
	exec "$program" "$main" hook run "$@"
fi
echo "bpf-howto is not at $main any more, so this mail was not checked." >&2
echo "Install it again and run: bpf-howto hook install; or take the hook out: rm '$0'" >&2
exit 0
`;
}

/** As one word of a shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
