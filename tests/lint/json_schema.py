# json_schema.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The part of JSON Schema (draft 2020-12) that data/schema uses, so that the
# checks need nothing but Python. A keyword it cannot read is an error, not
# something passed over.

import re


def is_type(value, name):
    if name in ('integer', 'number') and isinstance(value, bool):
        return False
    return isinstance(value, {'object': dict, 'array': list, 'string': str,
                              'boolean': bool, 'integer': int,
                              'number': (int, float)}[name])


def same(left, right):
    return left == right and isinstance(left, bool) == isinstance(right, bool)


class Schema:
    KEYWORDS = {'$schema', '$id', '$defs', '$ref', 'title', 'description',
                'type', 'const', 'enum', 'minimum', 'maximum', 'minLength',
                'pattern', 'required', 'properties', 'additionalProperties',
                'items', 'allOf', 'if', 'then'}

    def __init__(self, document):
        self.document = document

    def resolve(self, reference):
        node = self.document
        for part in reference.removeprefix('#/').split('/'):
            node = node[part]
        return node

    def errors(self, value, schema, path=''):
        """Yields what keeps @value from @schema, with where it is."""
        for word in schema.keys() - self.KEYWORDS:
            yield path, f'the schema uses {word}, which this check cannot read'
        if '$ref' in schema:
            yield from self.errors(value, self.resolve(schema['$ref']), path)
        yield from self.plain_errors(value, schema, path)
        if isinstance(value, dict):
            yield from self.object_errors(value, schema, path)
        if isinstance(value, list) and 'items' in schema:
            for index, item in enumerate(value):
                yield from self.errors(item, schema['items'], f'{path}[{index}]')
        for part in schema.get('allOf', []):
            yield from self.errors(value, part, path)
        if 'if' in schema and not any(self.errors(value, schema['if'])):
            yield from self.errors(value, schema['then'], path)

    def plain_errors(self, value, schema, path):
        types = schema.get('type', [])
        types = [types] if isinstance(types, str) else types
        if types and not any(is_type(value, name) for name in types):
            yield path, f'{value!r} is not {" or ".join(types)}'
            return
        if 'const' in schema and not same(value, schema['const']):
            yield path, f'{value!r} is not {schema["const"]!r}'
        if 'enum' in schema and not any(same(value, one) for one in schema['enum']):
            yield path, f'{value!r} is none of {schema["enum"]}'
        if is_type(value, 'number'):
            if not schema.get('minimum', value) <= value <= schema.get('maximum', value):
                yield path, f'{value!r} is out of range'
        if isinstance(value, str):
            if len(value) < schema.get('minLength', 0):
                yield path, 'is too short'
            if not re.search(schema.get('pattern', ''), value):
                yield path, f'{value!r} does not look like {schema["pattern"]}'

    def object_errors(self, value, schema, path):
        for name in schema.get('required', []):
            if name not in value:
                yield path, f'lacks {name}'
        properties = schema.get('properties', {})
        for name, member in value.items():
            rest = schema.get('additionalProperties', {})
            yield from self.errors(member, properties.get(name, rest), f'{path}.{name}')
