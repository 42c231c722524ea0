/* test-catalogue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-catalogue.h"

/* The kinds of the field, the sheets that use them, and whether they are
 * cards from day one. Sheet 4 stands for the argument sheets. */
static const struct
{
  const char *id;
  guint       sheets;
  gboolean    core;
} kinds[] = {
  { "project", 1 << 1, TRUE },
  { "resource", 1 << 1, TRUE },
  { "community", 1 << 1 | 1 << 2, TRUE },
  { "motivation", 1 << 2, TRUE },
  { "reward", 1 << 2, TRUE },
  { "contribution", 1 << 2, TRUE },
  { "circle", 1 << 2, TRUE },
  { "role", 1 << 2, TRUE },
  { "rule", 1 << 2, TRUE },
  { "value", 1 << 1, TRUE },
  { "decision_right", 1 << 2, TRUE },
  { "decision", 1 << 2, FALSE },
  { "strength", 1 << 3, TRUE },
  { "improvement", 1 << 3, TRUE },
  { "risk", 1 << 3, TRUE },
  { "action", 1 << 3, TRUE },
  { "indicator", 1 << 3, TRUE },
  { "scenario", 1 << 3, FALSE },
  { "legal", 1 << 3, TRUE },
  { "licence", 1 << 1, TRUE },
  { "flow", 1 << 3, FALSE },
  { "text", 1 << 2, FALSE },
  { "tool", 1 << 2, FALSE },
  { "question", 1 << 1 | 1 << 2 | 1 << 3, TRUE },
  { "audience", 1 << 4, TRUE },
  { "objection", 1 << 4, TRUE },
  { "argument", 1 << 4, TRUE },
  { "fact", 1 << 4, TRUE },
  { "tip", 1 << 4, FALSE },
};

/* The links of the field and the kinds at their ends. */
static const struct
{
  const char *id;
  const char *from;
  const char *to;
  gboolean    directed;
} links[] = {
  { "member_of", "community", "circle", TRUE },
  { "nested_in", "circle", "circle", TRUE },
  { "linked_with", "circle", "circle", FALSE },
  { "leads_to", "circle", "circle", TRUE },
  { "sits_in", "role", "circle", TRUE },
  { "holds", "community", "role", TRUE },
  { "applies_to", "rule licence", "circle resource", TRUE },
  { "enforced_by", "rule", "circle role", TRUE },
  { "embodies", "rule", "value", TRUE },
  { "protects", "rule licence legal", "resource strength", TRUE },
  { "felt_by", "motivation", "community", TRUE },
  { "rewards", "reward", "motivation", TRUE },
  { "expects", "circle", "contribution", TRUE },
  { "decides", "circle role", "decision_right", TRUE },
  { "consulted_on", "circle community", "decision_right", TRUE },
  { "holds_resource", "legal community", "resource", TRUE },
  { "funds", "community", "flow", TRUE },
  { "addresses", "action", "improvement risk strength", TRUE },
  { "measures", "indicator", "action value strength", TRUE },
  { "answers", "argument", "objection", TRUE },
  { "proves", "fact", "argument value", TRUE },
  { "derives_from", "*", "*", TRUE },
  { "relates_to", "*", "*", FALSE },
};

static const char *const languages[] = { "en", "fr" };

static const CommonsField *
find_field (const CommonsKind *kind,
            const char        *id)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, id))
        return &kind->fields[i];
    }

  return NULL;
}

static void assert_text (CommonsCatalogue *catalogue,
                         const char       *format,
                         ...) G_GNUC_PRINTF (2, 3);

/* The text of the key exists and is no key of its own. */
static void
assert_text (CommonsCatalogue *catalogue,
             const char       *format,
             ...)
{
  g_autofree char *key = NULL;
  const char *text;
  va_list args;

  va_start (args, format);
  key = g_strdup_vprintf (format, args);
  va_end (args);

  text = commons_catalogue_get_text (catalogue, key);
  if (text == NULL || *text == '\0' || g_ascii_isspace (*text) || strchr (text, '_') != NULL)
    g_error ("The text %s in %s is “%s”", key, commons_catalogue_get_language (catalogue), text ? text : "missing");
}

static void
test_kinds (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsKind *zone = commons_catalogue_get_kind (catalogue, "zone");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_kind (catalogue, kinds[i].id);

      g_test_message ("%s", kinds[i].id);
      g_assert_nonnull (kind);
      g_assert_cmpstr (kind->id, ==, kinds[i].id);
      g_assert_cmphex (kind->sheets, ==, kinds[i].sheets);
      g_assert_cmpint (kind->core, ==, kinds[i].core);
      g_assert_cmpint (kind->group, ==, g_str_equal (kind->id, "circle"));
    }

  /* Zones are places of the board and no concept of the field. */
  g_assert_nonnull (zone);
  g_assert_true (zone->group);
  g_assert_cmpuint (commons_catalogue_get_n_kinds (catalogue), ==, G_N_ELEMENTS (kinds) + 1);
  g_assert_null (commons_catalogue_get_kind (catalogue, "none"));
  g_assert_null (commons_catalogue_get_kind (catalogue, NULL));
}

static void
test_looks (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);
      const CommonsLook *look = &kind->look;

      g_test_message ("%s", kind->id);
      g_assert_cmpuint (strlen (look->hue), >, 0);
      g_assert_true (g_str_has_prefix (look->icon, "cc-"));
      g_assert_false (g_str_has_suffix (look->icon, "-symbolic"));
      g_assert_true (look->border == 1 || look->border == 2);
      g_assert_cmpint (look->pad_left, >=, 0);
      g_assert_cmpint (look->pad_right, >=, 0);
      for (guint j = 0; j < 4; j++)
        {
          g_assert_true (look->radii[j] >= 0 || look->radii[j] == COMMONS_RADIUS_ROUND);
          g_assert_cmpint (look->bars[j], >=, 0);
        }
      g_assert_true (kind->color == NULL ||
                     (strlen (kind->color) == 1 && *kind->color >= '1' && *kind->color <= '6'));
    }
}

static void
test_known_looks (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  g_assert_cmpint (commons_catalogue_get_kind (catalogue, "circle")->look.extra, ==, COMMONS_EXTRA_CIRCLE);
  g_assert_cmpint (commons_catalogue_get_kind (catalogue, "zone")->look.extra, ==, COMMONS_EXTRA_ZONE);
  g_assert_cmpint (commons_catalogue_get_kind (catalogue, "community")->look.extra, ==, COMMONS_EXTRA_DISC);
  g_assert_cmpint (commons_catalogue_get_kind (catalogue, "community")->look.radii[0], ==, COMMONS_RADIUS_ROUND);
  g_assert_cmpint (commons_catalogue_get_kind (catalogue, "rule")->look.extra, ==, COMMONS_EXTRA_NONE);
}

static void
test_fields (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsKind *rule = commons_catalogue_get_kind (catalogue, "rule");
  const CommonsKind *circle = commons_catalogue_get_kind (catalogue, "circle");

  g_assert_cmpint (find_field (rule, "rule_type")->type, ==, COMMONS_FIELD_ENUM);
  g_assert_cmpstr (find_field (rule, "rule_type")->enumeration, ==, "rule_type");
  g_assert_cmpint (find_field (rule, "sanction_steps")->type, ==, COMMONS_FIELD_LIST);
  g_assert_cmpint (find_field (rule, "url")->type, ==, COMMONS_FIELD_URL);
  g_assert_cmpint (find_field (circle, "rights")->type, ==, COMMONS_FIELD_RIGHTS);
  g_assert_cmpint (find_field (circle, "ring")->type, ==, COMMONS_FIELD_INT);

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);

      for (guint j = 0; j < kind->n_fields; j++)
        {
          const CommonsField *field = &kind->fields[j];

          g_test_message ("%s.%s", kind->id, field->id);
          g_assert_true (find_field (kind, field->id) == field);
          if (field->type == COMMONS_FIELD_ENUM || field->type == COMMONS_FIELD_ENUMS)
            g_assert_nonnull (field->enumeration);
          if (field->enumeration != NULL)
            g_assert_nonnull (commons_catalogue_get_enum (catalogue, field->enumeration));
        }
    }
}

static void
test_links (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  g_assert_cmpuint (commons_catalogue_get_n_links (catalogue), ==, G_N_ELEMENTS (links));

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const CommonsLinkType *link = commons_catalogue_get_link (catalogue, links[i].id);
      g_auto (GStrv) from = g_strsplit (links[i].from, " ", -1);
      g_auto (GStrv) to = g_strsplit (links[i].to, " ", -1);

      g_test_message ("%s", links[i].id);
      g_assert_nonnull (link);
      g_assert_cmpstrv (link->from, from);
      g_assert_cmpstrv (link->to, to);
      g_assert_cmpint (link->directed, ==, links[i].directed);
    }

  g_assert_null (commons_catalogue_get_link (catalogue, "none"));
  g_assert_null (commons_catalogue_get_link (catalogue, NULL));
}

static void
test_link_drawing (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  g_assert_cmpint (commons_catalogue_get_link (catalogue, "leads_to")->style, ==, COMMONS_LINK_STYLE_DOTTED);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "linked_with")->style, ==, COMMONS_LINK_STYLE_DOUBLE);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "embodies")->style, ==, COMMONS_LINK_STYLE_ARROW);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "member_of")->inside, ==, COMMONS_INSIDE_FROM);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "expects")->inside, ==, COMMONS_INSIDE_TO);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "holds")->inside, ==, COMMONS_INSIDE_NONE);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "holds")->drawn, ==, COMMONS_LINK_DRAWN_ALWAYS);
  g_assert_cmpint (commons_catalogue_get_link (catalogue, "derives_from")->drawn, ==, COMMONS_LINK_DRAWN_SELECTED);

  /* Only a circle can be drawn around a card. */
  for (guint i = 0; i < commons_catalogue_get_n_links (catalogue); i++)
    {
      const CommonsLinkType *link = commons_catalogue_get_nth_link (catalogue, i);

      g_test_message ("%s", link->id);
      if (link->inside == COMMONS_INSIDE_FROM)
        g_assert_true (g_strv_contains (link->to, "circle"));
      if (link->inside == COMMONS_INSIDE_TO)
        g_assert_true (g_strv_contains (link->from, "circle"));
    }
}

static void
assert_offered (const char *from,
                const char *to,
                const char *expected)
{
  g_autoptr (GPtrArray) found = commons_catalogue_list_links (commons_catalogue_get ("en"), from, to);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CommonsLinkType *link = g_ptr_array_index (found, i);

      g_string_append_printf (said, "%s%s", i > 0 ? " " : "", link->id);
    }

  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_list_links (void)
{
  assert_offered ("community", "circle", "member_of derives_from relates_to");
  assert_offered ("circle", "community", "derives_from relates_to");
  assert_offered ("circle", "circle", "nested_in leads_to linked_with derives_from relates_to");
  assert_offered ("rule", "resource", "applies_to protects derives_from relates_to");
  assert_offered ("rule", "circle", "applies_to enforced_by derives_from relates_to");
  assert_offered ("fact", "argument", "proves derives_from relates_to");
  assert_offered ("tip", "tip", "derives_from relates_to");
  assert_offered (NULL, NULL, "derives_from relates_to");
  assert_offered (NULL, "circle", "derives_from relates_to");
  assert_offered ("community", NULL, "derives_from relates_to");
  assert_offered ("from-elsewhere", "circle", "derives_from relates_to");
}

static void
test_palette (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  const char *const *palette = commons_catalogue_get_palette (catalogue);

  g_assert_cmpuint (g_strv_length ((char **) palette), ==, 8);
  g_assert_true (g_strv_contains (palette, "circle"));
  g_assert_true (g_strv_contains (palette, "rule"));

  for (guint i = 0; palette[i] != NULL; i++)
    {
      const CommonsKind *kind = commons_catalogue_get_kind (catalogue, palette[i]);

      g_test_message ("%s", palette[i]);
      g_assert_nonnull (kind);
      g_assert_true (kind->core);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (palette[i], !=, palette[j]);
    }
}

/* A field is named for all kinds or for this one. */
static void
assert_field_label (CommonsCatalogue   *catalogue,
                    const CommonsKind  *kind,
                    const CommonsField *field)
{
  g_autofree char *own = g_strdup_printf ("field.%s.%s", kind->id, field->id);
  g_autofree char *common = g_strdup_printf ("field.%s", field->id);
  const char *label = commons_catalogue_get_text (catalogue, own);

  g_test_message ("%s", own);
  if (label == NULL)
    label = commons_catalogue_get_text (catalogue, common);
  g_assert_nonnull (label);
  g_assert_cmpstr (field->label, ==, label);
}

static void
test_texts_of_kinds (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
        {
          const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);

          assert_text (catalogue, "kind.%s", kind->id);
          assert_text (catalogue, "kind.%s.plural", kind->id);
          assert_text (catalogue, "kind.%s.about", kind->id);
          assert_text (catalogue, "kind.%s.new", kind->id);

          for (guint j = 0; j < kind->n_fields; j++)
            assert_field_label (catalogue, kind, &kind->fields[j]);
        }
    }
}

static void
test_texts_of_links (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      for (guint i = 0; i < commons_catalogue_get_n_links (catalogue); i++)
        {
          const CommonsLinkType *link = commons_catalogue_get_nth_link (catalogue, i);

          assert_text (catalogue, "link.%s", link->id);
          assert_text (catalogue, "link.%s.inverse", link->id);
        }
    }
}

static void
test_texts_of_enums (void)
{
  static const char *const enums[] = {
    "stage", "motivation_family", "rule_type", "right", "method", "entry_mode", "horizon", "licence",
  };
  static const char *const statuses[] = { "draft", "agreed", "contested", "dropped" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      for (guint i = 0; i < G_N_ELEMENTS (enums); i++)
        {
          const char *const *values = commons_catalogue_get_enum (catalogue, enums[i]);

          g_test_message ("%s: %s", languages[l], enums[i]);
          g_assert_nonnull (values);
          g_assert_cmpuint (g_strv_length ((char **) values), >, 1);
          for (guint j = 0; values[j] != NULL; j++)
            assert_text (catalogue, "enum.%s.%s", enums[i], values[j]);
        }

      for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
        assert_text (catalogue, "status.%s", statuses[i]);
    }
}

static JsonNode *
load_texts (const char *language)
{
  g_autofree char *path = g_strdup_printf ("/org/inno3/CommonsCanvas/catalogue/texts/%s.json", language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  /* The catalogue makes its files known when it is first asked for. */
  g_assert_nonnull (commons_catalogue_get (language));
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

/* Every key of one language is there in the other, whoever asks for it. */
static void
test_languages_match (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *other = commons_catalogue_get (languages[1 - l]);
      g_autoptr (JsonNode) texts = load_texts (languages[l]);
      g_autoptr (GList) keys = json_object_get_members (json_node_get_object (texts));

      g_assert_cmpuint (g_list_length (keys), >, 400);
      for (GList *key = keys; key != NULL; key = key->next)
        assert_text (other, "%s", (const char *) key->data);
    }
}

static void
test_enum_labels (void)
{
  CommonsCatalogue *french = commons_catalogue_get ("fr");

  g_assert_cmpstr (commons_catalogue_get_enum_label (french, "stage", "launch"), ==, "Amorçage");
  g_assert_cmpstr (commons_catalogue_get_enum_label (french, "stage", "foreign"), ==, "foreign");
  g_assert_cmpstr (commons_catalogue_get_enum_label (french, "none", "foreign"), ==, "foreign");
  g_assert_null (commons_catalogue_get_enum (french, "none"));
  g_assert_null (commons_catalogue_get_text (french, "none"));
}

static void
test_known_texts (void)
{
  CommonsCatalogue *english = commons_catalogue_get ("en");
  CommonsCatalogue *french = commons_catalogue_get ("fr");

  g_assert_cmpstr (commons_catalogue_get_kind (english, "rule")->label, ==, "Rule");
  g_assert_cmpstr (commons_catalogue_get_kind (french, "rule")->label, ==, "Règle");
  g_assert_cmpstr (commons_catalogue_get_kind (french, "rule")->plural, ==, "Règles");
  g_assert_cmpstr (commons_catalogue_get_link (french, "applies_to")->label, ==, "s’applique à");
  g_assert_cmpstr (commons_catalogue_get_link (english, "applies_to")->label, ==, "applies to");
}

static void
test_languages (void)
{
  static const struct
  {
    const char *asked;
    const char *language;
  } cases[] = {
    { "fr", "fr" },
    { "fr_FR.UTF-8", "fr" },
    { "fr_CA", "fr" },
    { "fr-BE", "fr" },
    { "fr@euro", "fr" },
    { "fr.UTF-8", "fr" },
    { "en", "en" },
    { "en_GB.UTF-8", "en" },
    { "de_DE", "en" },
    { "frr", "en" },
    { "C", "en" },
    { "", "en" },
    { "f", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (cases[i].asked);

      g_test_message ("%s", cases[i].asked);
      g_assert_cmpstr (commons_catalogue_get_language (catalogue), ==, cases[i].language);
      g_assert_true (catalogue == commons_catalogue_get (cases[i].language));
    }
}

static void
test_desktop_language (void)
{
  if (g_test_subprocess ())
    {
      static const struct
      {
        const char *languages;
        const char *locale;
        const char *language;
      } cases[] = {
        { "", "fr_BE.UTF-8", "fr" },
        { "", "en_GB.UTF-8", "en" },
        { "", "de_DE.UTF-8", "en" },
        { "de:fr_BE:en", "en_US.UTF-8", "fr" },
        { "de", "de_DE.UTF-8", "en" },
      };

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_setenv ("LANGUAGE", cases[i].languages, TRUE);
          g_setenv ("LC_ALL", cases[i].locale, TRUE);
          g_assert_cmpstr (commons_catalogue_get_language (commons_catalogue_get (NULL)), ==, cases[i].language);
        }
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/kinds", test_kinds);
  g_test_add_func ("/catalogue/looks", test_looks);
  g_test_add_func ("/catalogue/known-looks", test_known_looks);
  g_test_add_func ("/catalogue/fields", test_fields);
  g_test_add_func ("/catalogue/links", test_links);
  g_test_add_func ("/catalogue/link-drawing", test_link_drawing);
  g_test_add_func ("/catalogue/list-links", test_list_links);
  g_test_add_func ("/catalogue/palette", test_palette);
  g_test_add_func ("/catalogue/texts-of-kinds", test_texts_of_kinds);
  g_test_add_func ("/catalogue/texts-of-links", test_texts_of_links);
  g_test_add_func ("/catalogue/texts-of-enums", test_texts_of_enums);
  g_test_add_func ("/catalogue/languages-match", test_languages_match);
  g_test_add_func ("/catalogue/enum-labels", test_enum_labels);
  g_test_add_func ("/catalogue/known-texts", test_known_texts);
  g_test_add_func ("/catalogue/languages", test_languages);
  g_test_add_func ("/catalogue/desktop-language", test_desktop_language);

  return g_test_run ();
}
