/* commons-catalogue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-types.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CATALOGUE (commons_catalogue_get_type ())

/**
 * CommonsCatalogue:
 *
 * What cards and links there are, what they may say and how they are named
 * and drawn, read from data/catalogue in one language. Immutable.
 */
G_DECLARE_FINAL_TYPE (CommonsCatalogue, commons_catalogue, COMMONS, CATALOGUE, GObject)

/**
 * COMMONS_RADIUS_ROUND:
 *
 * A corner radius of half the height.
 */
#define COMMONS_RADIUS_ROUND (-1)

/**
 * CommonsExtra:
 *
 * What a silhouette has besides its rounded rectangle.
 */
typedef enum
{
  COMMONS_EXTRA_NONE,
  COMMONS_EXTRA_DISC,
  COMMONS_EXTRA_TAB,
  COMMONS_EXTRA_PILE,
  COMMONS_EXTRA_HOLE,
  COMMONS_EXTRA_FOOT,
  COMMONS_EXTRA_FOLD,
  COMMONS_EXTRA_GAUGE,
  COMMONS_EXTRA_CIRCLE,
  COMMONS_EXTRA_ZONE,
} CommonsExtra;

/**
 * CommonsLook:
 * @hue: name of a hue of the palette
 * @icon: name of an icon, without "-symbolic"
 * @radii: corners at 100 %: top-left, top-right, bottom-right, bottom-left,
 *   in units, or %COMMONS_RADIUS_ROUND
 * @bars: accent bars: top, right, bottom, left, in units
 * @border: 1 for a thin line, 2 for an accent line on all sides
 * @extra: what the silhouette has besides
 * @pad_left: space left of the content, in units
 * @pad_right: space right of the content, in units
 *
 * How cards of a kind are drawn.
 */
typedef struct
{
  const char   *hue;
  const char   *icon;
  int           radii[4];
  int           bars[4];
  int           border;
  CommonsExtra  extra;
  int           pad_left;
  int           pad_right;
} CommonsLook;

/**
 * CommonsFieldType:
 *
 * What a field holds.
 */
typedef enum
{
  COMMONS_FIELD_STRING,
  COMMONS_FIELD_TEXT,
  COMMONS_FIELD_ENUM,
  COMMONS_FIELD_ENUMS,
  COMMONS_FIELD_LIST,
  COMMONS_FIELD_INT,
  COMMONS_FIELD_NUMBER,
  COMMONS_FIELD_BOOL,
  COMMONS_FIELD_DATE,
  COMMONS_FIELD_URL,
  COMMONS_FIELD_RIGHTS,
  COMMONS_FIELD_PERSON,
} CommonsFieldType;

/**
 * CommonsField:
 * @id: name of the member in `commons.fields`
 * @label: its name in the catalogue's language
 * @type: what it holds
 * @enumeration: (nullable): id of the enumeration its values come from; "kind"
 *   stands for the kinds of the catalogue
 * @unit: (nullable): name of what a number counts, such as "days" or "%"
 * @minimum: least number allowed, -%G_MAXDOUBLE when there is none
 * @maximum: greatest number allowed, %G_MAXDOUBLE when there is none
 * @ordered: whether the order of the values of a list means something
 *
 * A field of a kind.
 */
typedef struct
{
  const char       *id;
  const char       *label;
  CommonsFieldType  type;
  const char       *enumeration;
  const char       *unit;
  double            minimum;
  double            maximum;
  gboolean          ordered;
} CommonsField;

/**
 * CommonsKind:
 * @id: name in the file
 * @label: its name
 * @plural: its name for several
 * @about: one sentence on what it is
 * @new_title: title of a new card of this kind
 * @color: (nullable): JSON Canvas colour for other programs
 * @sheets: bit n is set when guiding sheet n uses it
 * @core: whether it is drawn as a card from day one
 * @group: whether it is a container (`group` node)
 * @docks: (array zero-terminated=1): kinds it stands by when laid beside one,
 *   the one it belongs to most first
 * @hosts: whether another kind docks at it
 * @look: how it is drawn
 * @n_fields: number of @fields
 * @fields: (array length=n_fields): its fields
 *
 * A kind of card.
 */
typedef struct
{
  const char         *id;
  const char         *label;
  const char         *plural;
  const char         *about;
  const char         *new_title;
  const char         *color;
  guint               sheets;
  gboolean            core;
  gboolean            group;
  const char * const *docks;
  gboolean            hosts;
  CommonsLook         look;
  guint               n_fields;
  const CommonsField *fields;
} CommonsKind;

/**
 * CommonsInside:
 * @COMMONS_INSIDE_NONE: always drawn as a connector
 * @COMMONS_INSIDE_FROM: shown by the from card lying in the to card
 * @COMMONS_INSIDE_TO: shown by the to card lying in the from card
 */
typedef enum
{
  COMMONS_INSIDE_NONE,
  COMMONS_INSIDE_FROM,
  COMMONS_INSIDE_TO,
} CommonsInside;

/**
 * CommonsLinkStyle:
 *
 * How a connector is drawn.
 */
typedef enum
{
  COMMONS_LINK_STYLE_ARROW,
  COMMONS_LINK_STYLE_DOUBLE,
  COMMONS_LINK_STYLE_DOTTED,
} CommonsLinkStyle;

/**
 * CommonsLinkDrawn:
 * @COMMONS_LINK_DRAWN_ALWAYS: a connector, unless place tells it
 * @COMMONS_LINK_DRAWN_SELECTED: a connector while it or one of its ends is
 *   selected; never in a file
 *
 * When a link is drawn.
 */
typedef enum
{
  COMMONS_LINK_DRAWN_ALWAYS,
  COMMONS_LINK_DRAWN_SELECTED,
} CommonsLinkDrawn;

/**
 * CommonsLinkType:
 * @id: name in the file
 * @label: how the from end reads it
 * @inverse: how the to end reads it
 * @from: (array zero-terminated=1): kinds it may leave; "*" is any
 * @to: (array zero-terminated=1): kinds it may reach; "*" is any
 * @directed: whether both ends differ
 * @inside: how place shows it
 * @style: how it is drawn
 * @drawn: when it is drawn
 *
 * A type of link.
 */
typedef struct
{
  const char          *id;
  const char          *label;
  const char          *inverse;
  const char * const  *from;
  const char * const  *to;
  gboolean             directed;
  CommonsInside        inside;
  CommonsLinkStyle     style;
  CommonsLinkDrawn     drawn;
} CommonsLinkType;

/**
 * commons_catalogue_get:
 * @language: (nullable): a language such as "fr", "fr_FR.UTF-8" or %NULL for
 *   the one of the desktop
 *
 * The languages there are, are those of commons_languages_list(); of any other
 * one gets its nearest relative, or English. What a language has no text for
 * is said in English.
 *
 * May be called in any thread.
 *
 * Returns: (transfer none): the catalogue in that language, made once
 */
CommonsCatalogue      *commons_catalogue_get             (const char       *language);

/**
 * commons_catalogue_get_language:
 *
 * Returns: (transfer none): the tag of the language, such as "fr" or "pt-BR"
 */
const char            *commons_catalogue_get_language    (CommonsCatalogue *self);

guint                  commons_catalogue_get_n_kinds     (CommonsCatalogue *self);
const CommonsKind     *commons_catalogue_get_nth_kind    (CommonsCatalogue *self,
                                                          guint             index);

/**
 * commons_catalogue_get_kind:
 * @id: (nullable): name of a kind
 *
 * Returns: (transfer none) (nullable): the kind, %NULL when unknown
 */
const CommonsKind     *commons_catalogue_get_kind        (CommonsCatalogue *self,
                                                          const char       *id);

/**
 * commons_catalogue_get_palette:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the kinds offered
 *   first when adding a card
 */
const char * const    *commons_catalogue_get_palette     (CommonsCatalogue *self);

guint                  commons_catalogue_get_n_links     (CommonsCatalogue *self);
const CommonsLinkType *commons_catalogue_get_nth_link    (CommonsCatalogue *self,
                                                          guint             index);
const CommonsLinkType *commons_catalogue_get_link        (CommonsCatalogue *self,
                                                          const char       *id);

/**
 * commons_catalogue_list_links:
 * @from_kind: (nullable): kind of the card a link would leave
 * @to_kind: (nullable): kind of the card it would reach
 *
 * Cards without a known kind accept only the links open to any kind.
 *
 * Returns: (transfer container) (element-type CommonsLinkType): the links
 *   allowed, the most telling first, "relates_to" and "derives_from" last
 */
GPtrArray             *commons_catalogue_list_links      (CommonsCatalogue *self,
                                                          const char       *from_kind,
                                                          const char       *to_kind);

/**
 * commons_link_type_accepts:
 * @type: a type of link
 * @from_kind: (nullable): kind of the card it would leave
 * @to_kind: (nullable): kind of the card it would reach
 *
 * Returns: whether it may go from one to the other
 */
gboolean               commons_link_type_accepts         (const CommonsLinkType *type,
                                                          const char       *from_kind,
                                                          const char       *to_kind);

/**
 * commons_catalogue_get_enum:
 * @id: name of an enumeration, or "kind" for the kinds
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): its values
 */
const char * const    *commons_catalogue_get_enum        (CommonsCatalogue *self,
                                                          const char       *id);

/**
 * commons_catalogue_get_enum_label:
 *
 * Returns: (transfer none): the name of a value, or the value itself when it
 *   has none
 */
const char            *commons_catalogue_get_enum_label  (CommonsCatalogue *self,
                                                          const char       *enumeration,
                                                          const char       *value);

/**
 * commons_catalogue_get_text:
 * @key: a key of data/catalogue/texts
 *
 * Returns: (transfer none) (nullable): the text
 */
const char            *commons_catalogue_get_text        (CommonsCatalogue *self,
                                                          const char       *key);

G_END_DECLS
