/* commons-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-catalogue"

#include "config.h"

#include <string.h>

#include "commons-catalogue.h"
#include "commons-languages.h"

#define RESOURCE_PREFIX "/org/inno3/CommonsCanvas/catalogue/"

/* The enumeration that is not in enums.json. */
#define KIND_ENUM "kind"

struct _CommonsCatalogue
{
  GObject      parent_instance;

  const char  *language;
  JsonObject  *texts;     /* by key, owned by the language */
  JsonObject  *fallback;  /* what is said where those lack a text, or NULL */
  JsonObject  *english;   /* what is said where those lack it, too, or NULL */

  /* The parsed files; every string of the tables below belongs to them. */
  JsonParser  *kinds_file;
  JsonParser  *links_file;
  JsonParser  *enums_file;

  GArray      *kinds;
  GArray      *links;
  GHashTable  *kinds_by_id;
  GHashTable  *links_by_id;
  GHashTable  *enums;   /* id → NULL-terminated array of values */
  GPtrArray   *strvs;   /* arrays of borrowed strings, owned */
  GPtrArray   *fields;  /* arrays of CommonsField, owned */
  const char **palette;
};

G_DEFINE_FINAL_TYPE (CommonsCatalogue, commons_catalogue, G_TYPE_OBJECT)

/* The catalogue is part of the program, so a file that does not parse is a
 * fault of the build, not of the user. */
static JsonParser *
parse_file (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  JsonParser *parser = json_parser_new_immutable ();

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL ||
      !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("The catalogue file %s cannot be read: %s", name, error->message);

  return parser;
}

/* These are the same in all languages. One catalogue is made at a time. */
static JsonParser *
load_file (const char *name)
{
  static GHashTable *files; /* static name → parser */

  if (files == NULL)
    files = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_contains (files, name))
    g_hash_table_insert (files, (gpointer) name, parse_file (name));

  return g_object_ref (g_hash_table_lookup (files, name));
}

static JsonObject *
get_root (JsonParser *parser)
{
  return json_node_get_object (json_parser_get_root (parser));
}

static const char *
get_text (CommonsCatalogue *self,
          const char       *fallback,
          const char       *format,
          ...) G_GNUC_PRINTF (3, 4);

static const char *
get_text (CommonsCatalogue *self,
          const char       *fallback,
          const char       *format,
          ...)
{
  g_autofree char *key = NULL;
  const char *text;
  va_list args;

  va_start (args, format);
  key = g_strdup_vprintf (format, args);
  va_end (args);

  text = commons_catalogue_get_text (self, key);
  return text ? text : fallback;
}

static const char **
make_strv (CommonsCatalogue *self,
           JsonArray        *array)
{
  guint length = array ? json_array_get_length (array) : 0;
  const char **strv = g_new0 (const char *, length + 1);

  for (guint i = 0; i < length; i++)
    strv[i] = json_array_get_string_element (array, i);

  g_ptr_array_add (self->strvs, strv);
  return strv;
}

static int
find_nick (const char *const *nicks,
           guint              n_nicks,
           const char        *nick)
{
  for (guint i = 0; i < n_nicks; i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        return (int) i;
    }

  g_error ("The catalogue does not know “%s”", nick);
}

static void
read_look (JsonObject  *object,
           CommonsLook *look)
{
  static const char *const extras[] = {
    "none", "disc", "tab", "pile", "hole", "foot", "fold", "gauge", "circle", "zone",
  };
  JsonArray *radii = json_object_get_array_member (object, "radii");
  JsonArray *bars = json_object_get_array_member (object, "bars");

  look->hue = json_object_get_string_member (object, "hue");
  look->icon = json_object_get_string_member (object, "icon");
  look->border = (int) json_object_get_int_member_with_default (object, "border", 1);
  look->extra = find_nick (extras, G_N_ELEMENTS (extras),
                           json_object_get_string_member_with_default (object, "extra", "none"));
  look->pad_left = 12;
  look->pad_right = 12;

  for (guint i = 0; i < 4; i++)
    {
      JsonNode *radius = json_array_get_element (radii, i);

      look->radii[i] = json_node_get_value_type (radius) == G_TYPE_STRING ? COMMONS_RADIUS_ROUND
                                                                           : (int) json_node_get_int (radius);
      look->bars[i] = (int) json_array_get_int_element (bars, i);
    }

  if (json_object_has_member (object, "pad"))
    {
      JsonArray *pad = json_object_get_array_member (object, "pad");

      look->pad_left = (int) json_array_get_int_element (pad, 0);
      look->pad_right = (int) json_array_get_int_element (pad, 1);
    }
}

/* A unit without a name in the texts is its own name. */
static void
read_measure (CommonsCatalogue *self,
              CommonsField     *field,
              JsonObject       *object)
{
  const char *unit = json_object_get_string_member_with_default (object, "unit", NULL);

  field->unit = unit ? get_text (self, unit, "unit.%s", unit) : NULL;
  field->minimum = json_object_get_double_member_with_default (object, "min", -G_MAXDOUBLE);
  field->maximum = json_object_get_double_member_with_default (object, "max", G_MAXDOUBLE);
}

static void
read_fields (CommonsCatalogue *self,
             CommonsKind      *kind,
             JsonArray        *array)
{
  static const char *const types[] = {
    "string", "text", "enum", "enums", "list", "int", "number", "bool", "date", "url", "rights", "person",
  };
  CommonsField *fields;

  kind->n_fields = array ? json_array_get_length (array) : 0;
  fields = g_new0 (CommonsField, kind->n_fields + 1);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      CommonsField *field = &fields[i];

      field->id = json_object_get_string_member (object, "id");
      field->type = find_nick (types, G_N_ELEMENTS (types), json_object_get_string_member (object, "type"));
      field->enumeration = json_object_get_string_member_with_default (object, "enum", NULL);
      field->ordered = field->type == COMMONS_FIELD_LIST && field->enumeration != NULL;
      if (field->enumeration == NULL)
        field->enumeration = json_object_get_string_member_with_default (object, "of", NULL);
      read_measure (self, field, object);
      field->label = get_text (self, get_text (self, field->id, "field.%s", field->id),
                               "field.%s.%s", kind->id, field->id);
    }

  kind->fields = fields;
  g_ptr_array_add (self->fields, fields);
}

static void
read_kind (CommonsCatalogue *self,
           JsonObject       *object)
{
  CommonsKind kind = { 0 };
  JsonArray *sheets = json_object_get_array_member (object, "sheet");

  kind.id = json_object_get_string_member (object, "id");
  kind.label = get_text (self, kind.id, "kind.%s", kind.id);
  kind.plural = get_text (self, kind.label, "kind.%s.plural", kind.id);
  kind.about = get_text (self, "", "kind.%s.about", kind.id);
  kind.new_title = get_text (self, kind.label, "kind.%s.new", kind.id);
  kind.color = json_object_get_string_member_with_default (object, "color", NULL);
  kind.core = json_object_get_boolean_member_with_default (object, "core", FALSE);
  kind.docks = make_strv (self, json_object_has_member (object, "docks")
                                  ? json_object_get_array_member (object, "docks") : NULL);
  read_look (json_object_get_object_member (object, "look"), &kind.look);
  kind.group = kind.look.extra == COMMONS_EXTRA_CIRCLE || kind.look.extra == COMMONS_EXTRA_ZONE;
  read_fields (self, &kind,
               json_object_has_member (object, "fields") ? json_object_get_array_member (object, "fields") : NULL);

  for (guint i = 0; i < json_array_get_length (sheets); i++)
    kind.sheets |= 1u << json_array_get_int_element (sheets, i);

  g_array_append_val (self->kinds, kind);
}

static void
read_link (CommonsCatalogue *self,
           JsonObject       *object)
{
  static const char *const insides[] = { "none", "from-in-to", "to-in-from" };
  static const char *const styles[] = { "arrow", "double", "dotted" };
  static const char *const drawn[] = { "always", "selected" };
  CommonsLinkType link = { 0 };

  link.id = json_object_get_string_member (object, "id");
  link.label = get_text (self, link.id, "link.%s", link.id);
  link.inverse = get_text (self, link.label, "link.%s.inverse", link.id);
  link.from = make_strv (self, json_object_get_array_member (object, "from"));
  link.to = make_strv (self, json_object_get_array_member (object, "to"));
  link.directed = json_object_get_boolean_member_with_default (object, "directed", TRUE);
  link.inside = find_nick (insides, G_N_ELEMENTS (insides),
                           json_object_get_string_member_with_default (object, "inside", "none"));
  link.style = find_nick (styles, G_N_ELEMENTS (styles),
                          json_object_get_string_member_with_default (object, "style", "arrow"));
  link.drawn = find_nick (drawn, G_N_ELEMENTS (drawn),
                          json_object_get_string_member_with_default (object, "drawn", "always"));

  g_array_append_val (self->links, link);
}

static gboolean
is_docked_at (CommonsCatalogue *self,
              const char       *id)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      if (g_strv_contains (g_array_index (self->kinds, CommonsKind, i).docks, id))
        return TRUE;
    }

  return FALSE;
}

static void
load_kinds (CommonsCatalogue *self)
{
  JsonObject *root = get_root (self->kinds_file);
  JsonArray *kinds = json_object_get_array_member (root, "kinds");

  for (guint i = 0; i < json_array_get_length (kinds); i++)
    read_kind (self, json_array_get_object_element (kinds, i));

  for (guint i = 0; i < self->kinds->len; i++)
    {
      CommonsKind *kind = &g_array_index (self->kinds, CommonsKind, i);

      kind->hosts = is_docked_at (self, kind->id);
      g_hash_table_insert (self->kinds_by_id, (gpointer) kind->id, kind);
    }

  self->palette = make_strv (self, json_object_get_array_member (root, "palette"));
}

/* Kinds can be chosen as the values of an enumeration can. */
static void
add_enum_of_kinds (CommonsCatalogue *self)
{
  const char **values = g_new0 (const char *, self->kinds->len + 1);

  for (guint i = 0; i < self->kinds->len; i++)
    values[i] = g_array_index (self->kinds, CommonsKind, i).id;

  g_ptr_array_add (self->strvs, values);
  g_hash_table_insert (self->enums, (gpointer) KIND_ENUM, values);
}

static void
load_links (CommonsCatalogue *self)
{
  JsonArray *links = json_object_get_array_member (get_root (self->links_file), "links");

  for (guint i = 0; i < json_array_get_length (links); i++)
    read_link (self, json_array_get_object_element (links, i));

  for (guint i = 0; i < self->links->len; i++)
    {
      CommonsLinkType *link = &g_array_index (self->links, CommonsLinkType, i);

      g_hash_table_insert (self->links_by_id, (gpointer) link->id, link);
    }
}

static void
load_enums (CommonsCatalogue *self)
{
  JsonObject *enums = json_object_get_object_member (get_root (self->enums_file), "enums");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, enums);
  while (json_object_iter_next (&iter, &name, &node))
    g_hash_table_insert (self->enums, (gpointer) name, make_strv (self, json_node_get_array (node)));
}

static void
commons_catalogue_finalize (GObject *object)
{
  CommonsCatalogue *self = COMMONS_CATALOGUE (object);

  g_clear_pointer (&self->kinds_by_id, g_hash_table_unref);
  g_clear_pointer (&self->links_by_id, g_hash_table_unref);
  g_clear_pointer (&self->enums, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->strvs, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->kinds_file);
  g_clear_object (&self->links_file);
  g_clear_object (&self->enums_file);

  G_OBJECT_CLASS (commons_catalogue_parent_class)->finalize (object);
}

static void
commons_catalogue_class_init (CommonsCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = commons_catalogue_finalize;
}

static void
commons_catalogue_init (CommonsCatalogue *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (CommonsKind));
  self->links = g_array_new (FALSE, FALSE, sizeof (CommonsLinkType));
  self->kinds_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->links_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->enums = g_hash_table_new (g_str_hash, g_str_equal);
  self->strvs = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_ptr_array_new_with_free_func (g_free);
}

/* A variety of a language falls back to that language, which may lack texts
 * in its turn. Those of the program have them all. */
static void
load_texts (CommonsCatalogue *self)
{
  g_autofree char *base = g_strndup (self->language, strcspn (self->language, "-"));

  self->texts = commons_languages_get_texts (self->language);
  if (commons_languages_is_whole (self->language))
    return;

  if (strlen (base) < strlen (self->language))
    self->fallback = commons_languages_get_texts (base);
  self->english = commons_languages_get_texts ("en");
}

static CommonsCatalogue *
catalogue_new (const char *language)
{
  CommonsCatalogue *self = g_object_new (COMMONS_TYPE_CATALOGUE, NULL);

  self->language = language;
  load_texts (self);
  self->kinds_file = load_file ("kinds.json");
  self->links_file = load_file ("links.json");
  self->enums_file = load_file ("enums.json");

  load_kinds (self);
  load_links (self);
  load_enums (self);
  add_enum_of_kinds (self);

  return self;
}

CommonsCatalogue *
commons_catalogue_get (const char *language)
{
  static GHashTable *catalogues; /* tag → catalogue */
  static GMutex mutex;           /* workers draw boards of any language */
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const char *tag = language != NULL ? commons_languages_find (language) : commons_languages_find_desktop ();
  CommonsCatalogue *catalogue;

  g_assert (locker != NULL);

  if (tag == NULL)
    tag = "en";
  if (catalogues == NULL)
    catalogues = g_hash_table_new (g_str_hash, g_str_equal);

  catalogue = g_hash_table_lookup (catalogues, tag);
  if (catalogue == NULL)
    {
      catalogue = catalogue_new (tag);
      g_hash_table_insert (catalogues, (gpointer) tag, catalogue);
    }

  return catalogue;
}

const char *
commons_catalogue_get_language (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return self->language;
}

guint
commons_catalogue_get_n_kinds (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return self->kinds->len;
}

const CommonsKind *
commons_catalogue_get_nth_kind (CommonsCatalogue *self,
                                guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < self->kinds->len, NULL);

  return &g_array_index (self->kinds, CommonsKind, index);
}

const CommonsKind *
commons_catalogue_get_kind (CommonsCatalogue *self,
                            const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (self->kinds_by_id, id) : NULL;
}

const char * const *
commons_catalogue_get_palette (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return self->palette;
}

guint
commons_catalogue_get_n_links (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return self->links->len;
}

const CommonsLinkType *
commons_catalogue_get_nth_link (CommonsCatalogue *self,
                                guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < self->links->len, NULL);

  return &g_array_index (self->links, CommonsLinkType, index);
}

const CommonsLinkType *
commons_catalogue_get_link (CommonsCatalogue *self,
                            const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (self->links_by_id, id) : NULL;
}

static gboolean
accepts (const char * const *kinds,
         const char         *kind)
{
  if (g_strcmp0 (kinds[0], "*") == 0)
    return TRUE;

  return kind != NULL && g_strv_contains (kinds, kind);
}

gboolean
commons_link_type_accepts (const CommonsLinkType *type,
                           const char            *from_kind,
                           const char            *to_kind)
{
  g_return_val_if_fail (type != NULL, FALSE);

  return accepts (type->from, from_kind) && accepts (type->to, to_kind);
}

GPtrArray *
commons_catalogue_list_links (CommonsCatalogue *self,
                              const char       *from_kind,
                              const char       *to_kind)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), found);

  /* The file lists links from the most telling to the least. */
  for (guint i = 0; i < self->links->len; i++)
    {
      CommonsLinkType *link = &g_array_index (self->links, CommonsLinkType, i);

      if (commons_link_type_accepts (link, from_kind, to_kind))
        g_ptr_array_add (found, link);
    }

  return found;
}

const char * const *
commons_catalogue_get_enum (CommonsCatalogue *self,
                            const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (self->enums, id) : NULL;
}

const char *
commons_catalogue_get_enum_label (CommonsCatalogue *self,
                                  const char       *enumeration,
                                  const char       *value)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), value);

  if (g_strcmp0 (enumeration, KIND_ENUM) == 0)
    return get_text (self, value, "kind.%s", value);

  return get_text (self, value, "enum.%s.%s", enumeration, value);
}

const char *
commons_catalogue_get_text (CommonsCatalogue *self,
                            const char       *key)
{
  const char *text;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  text = json_object_get_string_member_with_default (self->texts, key, NULL);
  if (text == NULL && self->fallback != NULL)
    text = json_object_get_string_member_with_default (self->fallback, key, NULL);
  if (text == NULL && self->english != NULL)
    text = json_object_get_string_member_with_default (self->english, key, NULL);

  return text;
}
