"""Read paths of .rst files from standard input, one a line; write what docutils finds in each, one JSON a line.

The shape is `Outline` of outline.ts. Directives and roles that only Sphinx knows are given the meaning a reader
sees: code-block is code, an unknown directive's content is read as blocks, an unknown role keeps its words.
"""

import io
import json
import re
import sys

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.directives.images import Figure, Image
from docutils.transforms import Transform

CODE = {'code', 'code-block', 'sourcecode', 'graphviz', 'digraph', 'graph', 'mermaid', 'prompt'}
EMPTY = {
    'toctree', 'kernel-render', 'kernel-doc', 'kernel-include', 'kernel-feat', 'kernel-abi', 'maintainers-include', 'include',
    'literalinclude', 'highlight', 'index', 'tabularcolumns', 'currentmodule', 'default-domain', 'module',
    'c:namespace', 'c:namespace-push', 'c:namespace-pop', 'sectionauthor', 'codeauthor', 'productionlist',
}
CODE_ROLES = set(
    'samp file kbd command program option envvar makevar regexp mimetype manpage func data type struct enum '
    'enumerator union macro member var expr identifier texpr keyword'.split())


class AnyOption(dict):
    """An option table that knows every option."""

    def __init__(self):
        super().__init__(any=directives.unchanged)

    def __getitem__(self, name):
        return directives.unchanged


class Unknown(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    def run(self):
        if self.name in CODE:
            text = '\n'.join(self.content)
            return [nodes.literal_block(text, text)] if text.strip() else []
        if self.name in EMPTY:
            return []
        holder = nodes.container(classes=[self.name])
        holder.document = self.state.document
        memo = self.state.memo
        around = memo.section_level
        if self.name == 'only':
            # Its titles are sections of the document, of whatever level.
            memo.section_level = 0
            memo.title_styles, styles = [], memo.title_styles
        self.state.nested_parse(self.content, self.content_offset, holder, match_titles=1)
        if self.name == 'only':
            memo.title_styles = styles
        memo.section_level = around
        return [holder]


def spoken(text):
    """Words and target of a role: `words <target>` or both in one."""
    match = re.match(r'(.*?)\s*<([^<>]*)>$', text, re.S)
    return (match.group(1), match.group(2)) if match else (text, text)


def unknown_role(name, rawtext, text, lineno, inliner, options=None, content=None):
    words, target = spoken(nodes.unescape(text))
    if name == 'doc':
        return [nodes.reference(rawtext, words, refuri=target)], []
    if name == 'ref':
        return [nodes.inline(rawtext, words, ref=nodes.fully_normalize_name(target), bare=words == target)], []
    last = name.rsplit(':', 1)[-1]
    if last in CODE_ROLES:
        return [nodes.literal(rawtext, nodes.unescape(text))], []
    if last in ('guilabel', 'menuselection'):
        return [nodes.strong(rawtext, words)], []
    return [(nodes.emphasis if last in ('term', 'dfn') else nodes.inline)(rawtext, words)], []


def patch():
    known_directive, known_role = directives.directive, roles.role

    def directive(name, language, document):
        if name in CODE or name in EMPTY:
            return Unknown, []
        if name == 'kernel-figure':
            return Figure, []
        if name == 'kernel-image':
            return Image, []
        if name in ('cssclass', 'rst-class'):
            name = 'class'
        quiet = document.reporter.stream
        found, _ = known_directive(name, language, document)
        document.reporter.stream = quiet
        return (found or Unknown), []

    def role(name, language, lineno, reporter):
        if name in ('math',):
            return known_role(name, language, lineno, reporter)
        found, messages = known_role(name, language, lineno, reporter)
        return (found, messages) if found else (unknown_role, [])

    directives.directive, roles.role = directive, role


class KeepNames(Transform):
    """Targets lose their names when they are resolved; write them down before."""

    default_priority = 5

    def apply(self):
        for target in self.document.findall(nodes.target):
            target['written'] = target['names'] + target['dupnames']


def fold(text):
    return ' '.join(text.replace('\x00', '').split())


def line_of(node):
    while node is not None and not getattr(node, 'line', None):
        node = node.parent
    return getattr(node, 'line', None) or 0


class Outline:
    def __init__(self, document):
        self.document = document
        for node in list(document.findall(nodes.generated)):
            node.parent.remove(node)
        for node in list(document.findall(nodes.system_message)):
            node.parent.remove(node)
        for node in list(document.findall(nodes.inline)):
            self.title_reference(node)
        self.out = {name: [] for name in (
            'sections', 'paragraphs', 'code', 'quotes', 'lists', 'tables', 'links', 'targets', 'inlines')}
        for node in document.children:
            self.walk(node, 1, 0, 0, False)

    def add(self, category, node, value):
        self.out[category].append([line_of(node), value])

    def walk(self, node, level, depth, quoted, celled):
        kids = node.children

        def deeper(level=level, depth=depth, quoted=quoted, celled=celled):
            for kid in kids:
                self.walk(kid, level, depth, quoted, celled)

        if isinstance(node, (nodes.substitution_definition, nodes.comment, nodes.system_message, nodes.raw)):
            return
        if isinstance(node, nodes.topic) and 'contents' in node['classes']:
            return
        if isinstance(node, nodes.section):
            title = node.next_node(nodes.title)
            self.add('sections', title, '%d %s [%s]' % (min(level, 6), fold(title.astext()), ' '.join(node['ids'])))
            return deeper(level=level + 1)
        if isinstance(node, nodes.literal_block) or isinstance(node, nodes.doctest_block):
            if not celled:
                text = '\n'.join(line.rstrip() for line in node.astext().split('\n'))
                self.add('code', node, text.strip('\n'))
            return deeper()
        if isinstance(node, nodes.block_quote):
            if not celled:
                self.add('quotes', node, '%d %s' % (quoted + 1, ''.join(node.astext().split())[:60]))
            return deeper(quoted=quoted + 1)
        kind = {'bullet_list': 'bullet', 'enumerated_list': 'enumerated', 'definition_list': 'definition',
                'field_list': 'field', 'option_list': 'option'}.get(node.tagname)
        if kind:
            if not celled:
                if kind == 'enumerated':
                    kind = '%s from %d' % (node['enumtype'], node.get('start', 1))
                self.add('lists', node, '%d %s, %d items' % (depth + 1, kind, len(kids)))
            return deeper(depth=depth + 1)
        if isinstance(node, nodes.table):
            if not celled:
                parts = [part for group in node.children for part in group.children if part.tagname in ('thead', 'tbody')]
                rows = [row for part in parts for row in part.children]
                wide = sum(part.tagname == 'colspec' for group in node.children for part in group.children)
                self.add('tables', node, '%d x %d' % (len(rows), wide))
            return deeper(celled=True)
        if isinstance(node, nodes.container) and 'only' in node['classes']:
            return deeper(level=1)
        if isinstance(node, nodes.container) and 'flat-table' in node['classes']:
            rows = next((kid.children for kid in node.children if kid.tagname == 'bullet_list'), [])
            wide = max((len(kid.children) for row in rows for kid in row.children if kid.tagname == 'bullet_list'), default=0)
            if not celled:
                self.add('tables', node, '%d x %d' % (len(rows), wide))
            return deeper(celled=True)
        if isinstance(node, nodes.paragraph) and not celled:
            self.add('paragraphs', node, fold(node.astext()))
        if isinstance(node, nodes.reference):
            uri = node.get('refuri')
            target = re.sub('^mailto:', '', uri) if uri is not None else '#' + node.get('refid', '?')
            self.add('links', node, '%s -> %s' % (fold(node.astext()), target))
        if isinstance(node, nodes.inline) and 'ref' in node:
            self.reference(node)
        if isinstance(node, nodes.target) and not celled and not isinstance(node.parent, nodes.TextElement):
            uri = node.get('refuri')
            target = re.sub('^mailto:', '', uri) if uri is not None else '#' + node.get('refid', '?')
            for name in node.get('written') or ['__']:
                self.add('targets', node, '%s -> %s' % (name, target))
        if isinstance(node, (nodes.literal, nodes.strong, nodes.emphasis, nodes.title_reference)):
            name = node.tagname.replace('title_reference', 'emphasis')
            self.add('inlines', node, '%s %s' % (name, fold(node.astext())))
        deeper()

    def title_reference(self, node):
        """A Sphinx :ref: without words of its own shows the title of the section it leads to."""
        section = self.section_of(node)
        if section is not None and node['bare']:
            node.children = [nodes.Text(section.next_node(nodes.title).astext())]

    def reference(self, node):
        label = self.document.nameids.get(node['ref'])
        if label is not None:
            self.add('links', node, '%s -> #%s' % (fold(node.astext()), label))

    def section_of(self, node):
        section = self.document.ids.get(self.document.nameids.get(node.get('ref')))
        return section if isinstance(section, nodes.section) else None


def outline(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        source = file.read()
    settings = {
        'report_level': 5, 'halt_level': 5, 'warning_stream': io.StringIO(), 'doctitle_xform': False,
        'sectsubtitle_xform': False, 'docinfo_xform': False, 'auto_id_prefix': 'id', 'file_insertion_enabled': False,
        'raw_enabled': True, 'syntax_highlight': 'none', 'input_encoding': 'unicode', '_disable_config': True,
    }
    document = publish_doctree(source, source_path=path, settings_overrides=settings, reader=Reader())
    return Outline(document).out


def Reader():
    from docutils.readers import standalone

    class Standalone(standalone.Reader):
        def get_transforms(self):
            return super().get_transforms() + [KeepNames]

    return Standalone()


def main():
    sys.setrecursionlimit(20000)
    patch()
    for path in sys.stdin.read().splitlines():
        try:
            found = {'path': path, 'outline': outline(path)}
        except Exception as problem:  # docutils itself gives up on some files; say so and go on
            found = {'path': path, 'failed': '%s: %s' % (type(problem).__name__, problem)}
        print(json.dumps(found), flush=True)


main()
