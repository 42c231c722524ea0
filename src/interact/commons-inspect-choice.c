/* commons-inspect-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choices that say more than themselves.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-inspect-choice.h"
#include "commons-inspect.h"
#include "commons-licences.h"

#define LICENCE_KIND "licence"
#define LICENCE_PATH "commons/fields/spdx"

static GPtrArray *
list_licences (CommonsBoard *board,
               GPtrArray    *ids)
{
  GPtrArray *licences = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (node != NULL && g_strcmp0 (commons_record_get_kind (node), LICENCE_KIND) == 0)
        g_ptr_array_add (licences, g_ptr_array_index (ids, i));
    }

  return licences;
}

static gboolean
set_terms (CommonsEditor        *editor,
           GPtrArray            *ids,
           const CommonsLicence *licence,
           const char           *label)
{
  g_autoptr (GPtrArray) licences = list_licences (commons_editor_get_board (editor), ids);
  g_autoptr (JsonObject) terms = licence != NULL ? commons_licence_get_terms (licence) : NULL;
  gboolean did = FALSE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (terms == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, terms);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *path = g_strconcat ("commons/fields/", name, NULL);

      did |= commons_inspect_set (editor, licences, path, value, label, NULL);
    }

  return did;
}

gboolean
commons_inspect_choose (CommonsEditor    *editor,
                        CommonsCatalogue *catalogue,
                        GPtrArray        *ids,
                        const char       *path,
                        const char       *value,
                        const char       *label)
{
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL && path != NULL && label != NULL, FALSE);

  ours = _commons_arrange_begin (editor, label, NULL);
  did = commons_inspect_set_string (editor, ids, path, value, label, NULL);
  if (g_str_equal (path, LICENCE_PATH))
    did |= set_terms (editor, ids, commons_catalogue_get_licence (catalogue, value), label);

  return _commons_arrange_end (editor, ours, did);
}
