/* bench-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bench-board"

#include "config.h"

#include <math.h>

#include "bench-board.h"
#include "commons-writer.h"

#define SEED 20240915

#define CARD_WIDTH  200
#define CARD_HEIGHT 120
#define CELL_WIDTH  240
#define CELL_HEIGHT 160
#define JITTER      24

/* How far a link may reach, in cells. */
#define REACH 3

#define TEXT_LENGTH 80

static const char * const kinds[] = { "rule", "value", "community", "contribution", "resource" };

static const char * const statuses[] = { "agreed", "draft", "contested", NULL };

static const char * const titles[] = {
  "Relire avant de publier", "Réponse sous deux jours", "Les relevés restent ouverts",
  "Accueillir les débutant·es", "Une décision se motive", "Comptes publics chaque année",
  "Les villes partenaires", "Personne ne relit seul·e", "Corriger plutôt qu’effacer",
};

static const char * const words[] = {
  "chaque", "relevé", "commune", "été", "publié", "après", "la", "relecture", "par", "deux", "personnes",
  "une", "fontaine", "où", "l’eau", "est", "potable", "reste", "signalée", "à", "côté", "du", "marché",
  "les", "bénévoles", "décident", "ensemble", "de", "ce", "qui", "doit", "être", "corrigé", "dès", "que",
  "possible", "et", "préviennent", "le", "cercle", "concerné", "sans", "délai", "même", "pour", "l’hiver",
};

static const char *
pick (GRand              *rand,
      const char * const *from,
      guint               n)
{
  return from[g_rand_int_range (rand, 0, (int) n)];
}

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (pick (rand, titles, G_N_ELEMENTS (titles)));

  g_string_append (text, "\nAinsi");
  while (g_utf8_strlen (text->str, -1) < TEXT_LENGTH - 4)
    g_string_append_printf (text, " %s", pick (rand, words, G_N_ELEMENTS (words)));
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static CommonsRecord *
make_record (CommonsTable  table,
             JsonObject   *object)
{
  g_autoptr (GError) error = NULL;
  CommonsRecord *record = commons_record_new (table, object, &error);

  if (record == NULL)
    g_error ("%s", error->message);

  return record;
}

static CommonsRecord *
make_head (guint n_cards)
{
  g_autofree char *title = g_strdup_printf ("Banc d’essai, %u cartes", n_cards);
  JsonObject *object = json_object_new ();
  JsonObject *commons = json_object_new ();

  json_object_set_int_member (commons, "format", COMMONS_FORMAT);
  json_object_set_string_member (commons, "title", title);
  json_object_set_string_member (commons, "language", "fr");
  json_object_set_object_member (object, "commons", commons);
  json_object_set_array_member (object, "nodes", json_array_new ());
  json_object_set_array_member (object, "edges", json_array_new ());

  return make_record (COMMONS_TABLE_HEAD, object);
}

/* Half as wide again as high, as a screen is. */
static guint
get_columns (guint n_cards)
{
  return MAX (1, (guint) lround (sqrt (n_cards * 1.5 * CELL_HEIGHT / CELL_WIDTH)));
}

static CommonsRecord *
make_card (GRand *rand,
           guint  index,
           guint  columns)
{
  g_autofree char *id = g_strdup_printf ("c%015x", index);
  g_autofree char *text = make_text (rand);
  const char *status = pick (rand, statuses, G_N_ELEMENTS (statuses));
  JsonObject *object = json_object_new ();
  JsonObject *commons = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "type", "text");
  json_object_set_int_member (object, "x", index % columns * CELL_WIDTH + g_rand_int_range (rand, 0, JITTER));
  json_object_set_int_member (object, "y", index / columns * CELL_HEIGHT + g_rand_int_range (rand, 0, JITTER));
  json_object_set_int_member (object, "width", CARD_WIDTH);
  json_object_set_int_member (object, "height", CARD_HEIGHT);
  json_object_set_string_member (object, "text", text);
  json_object_set_string_member (commons, "kind", kinds[index % G_N_ELEMENTS (kinds)]);
  if (status != NULL)
    json_object_set_string_member (commons, "status", status);
  json_object_set_object_member (object, "commons", commons);

  return make_record (COMMONS_TABLE_NODES, object);
}

static guint
pick_neighbour (GRand *rand,
                guint  index,
                guint  columns,
                guint  n_cards)
{
  guint other;

  do
    {
      int column = (int) (index % columns) + g_rand_int_range (rand, -REACH, REACH + 1);
      int row = (int) (index / columns) + g_rand_int_range (rand, -REACH, REACH + 1);

      other = (guint) CLAMP (row, 0, (int) (n_cards / columns)) * columns + CLAMP (column, 0, (int) columns - 1);
    }
  while (other == index || other >= n_cards);

  return other;
}

static CommonsRecord *
make_link (GRand     *rand,
           guint      index,
           guint      columns,
           GPtrArray *nodes)
{
  g_autofree char *id = g_strdup_printf ("e%015x", index);
  guint from = g_rand_int_range (rand, 0, (int) nodes->len);
  guint to = pick_neighbour (rand, from, columns, nodes->len);
  JsonObject *object = json_object_new ();
  JsonObject *commons = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "fromNode", commons_record_get_id (g_ptr_array_index (nodes, from)));
  json_object_set_string_member (object, "toNode", commons_record_get_id (g_ptr_array_index (nodes, to)));
  json_object_set_string_member (commons, "link", "relates_to");
  json_object_set_object_member (object, "commons", commons);

  return make_record (COMMONS_TABLE_EDGES, object);
}

CommonsBoard *
bench_board_new (guint n_cards)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (CommonsRecord) head = make_head (n_cards);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  guint columns = get_columns (n_cards);

  g_return_val_if_fail (n_cards <= BENCH_BOARD_MAX, NULL);

  for (guint i = 0; i < n_cards; i++)
    g_ptr_array_add (nodes, make_card (rand, i, columns));
  for (guint i = 0; i < n_cards / 2; i++)
    g_ptr_array_add (edges, make_link (rand, i, columns, nodes));

  return commons_board_new_from_records (head, nodes, edges);
}

GBytes *
bench_board_write (guint n_cards)
{
  g_autoptr (CommonsBoard) board = bench_board_new (n_cards);

  return commons_writer_write (board);
}
