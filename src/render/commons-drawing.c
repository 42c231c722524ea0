/* commons-drawing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-drawing"

#include "config.h"

#include <math.h>

#include "commons-drawing.h"
#include "commons-work-table.h"
#include "commons-text.h"

#define DROPPED_OPACITY 0.55

/* A board with more names than this forgets the layouts it made so far. */
#define MAX_LABELS 4096

/* Leaving a level takes a zoom a little below the one that reached it, so
 * that a hand resting on the wheel does not make the board flicker. */
#define HYSTERESIS 0.95

CommonsDetail
commons_detail_from_zoom (double        zoom,
                          CommonsDetail current)
{
  static const double thresholds[] = { COMMONS_DETAIL_FULL_ZOOM, 0.58, 0.38, 0.18 };
  CommonsDetail detail;

  if (zoom <= 0)
    return COMMONS_DETAIL_FULL;

  for (detail = COMMONS_DETAIL_FULL; detail < COMMONS_DETAIL_FAR; detail++)
    {
      double threshold = thresholds[detail];

      if (detail >= current)
        threshold *= HYSTERESIS;

      if (zoom >= threshold)
        break;
    }

  return detail;
}

GHashTable *
commons_drawing_new_labels (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

PangoLayout *
commons_drawing_get_label (const CommonsDrawing *self,
                           const char           *text,
                           double                size,
                           gboolean              bold,
                           double                max_width)
{
  CommonsTextStyle style = { .size = size, .bold = bold, .french = self->french };
  int limit = max_width < 0 ? -1 : (int) round (max_width);
  g_autofree char *key = NULL;
  PangoLayout *layout;

  g_return_val_if_fail (text != NULL, NULL);

  key = g_strdup_printf ("%d %d %d %s", (int) round (size * 10), bold, limit, text);
  layout = g_hash_table_lookup (self->labels, key);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->labels) >= MAX_LABELS)
    g_hash_table_remove_all (self->labels);

  layout = commons_text_layout (text, &style, -1, 1);

  if (limit >= 0 && commons_text_get_width (layout) > limit)
    {
      g_object_unref (layout);
      style.line = ceil (size * 1.36);
      layout = commons_text_layout (text, &style, limit, 1);
    }

  g_hash_table_insert (self->labels, g_steal_pointer (&key), layout);
  return layout;
}

void
commons_drawing_get_hue (const CommonsDrawing *self,
                         CommonsRecord        *node,
                         CommonsHue           *hue)
{
  const CommonsKind *kind;

  g_return_if_fail (node != NULL);
  g_return_if_fail (hue != NULL);

  kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (node));

  if (kind != NULL)
    *hue = *commons_theme_get_hue (self->theme, kind->look.hue);
  else
    commons_theme_make_hue (self->theme, commons_record_get_color (node), hue);
}

const char *
commons_drawing_get_status_label (const CommonsDrawing *self,
                                  CommonsRecord        *record)
{
  const char *status = commons_record_get_status (record);
  g_autofree char *key = g_strconcat ("status.", status, NULL);

  return status ? commons_catalogue_get_text (self->catalogue, key) : NULL;
}

char *
commons_drawing_describe (const CommonsDrawing *self,
                          CommonsRecord        *record)
{
  g_autofree char *tables = NULL;
  const char *name = NULL, *status;

  g_return_val_if_fail (record != NULL, NULL);

  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    {
      const CommonsLinkType *link = commons_catalogue_get_link (self->catalogue, commons_record_get_link (record));

      return g_strdup (link ? link->label : "");
    }

  if (commons_record_get_kind (record) != NULL)
    {
      const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (record));

      name = kind ? kind->label : commons_record_get_kind (record);
    }

  status = commons_drawing_get_status_label (self, record);

  tables = commons_work_table_describe (record);

  return g_strconcat (name ? name : "", name && status ? ", " : "", status ? status : "",
                      tables && (name || status) ? ", " : "", tables, NULL);
}

void
commons_drawing_get_table (const CommonsDrawing   *self,
                           const char             *name,
                           CommonsTableMark       *mark)
{
  const CommonsWorkTable *table;

  g_return_if_fail (self != NULL && name != NULL);
  g_return_if_fail (mark != NULL);

  table = self->board ? commons_work_table_lookup (self->board, name) : NULL;
  mark->text = table ? g_strdup (table->mark) : commons_work_table_make_mark (name, NULL);
  if (table != NULL && table->color < COMMONS_N_TABLES)
    {
      mark->fill = self->theme->tables[table->color];
      mark->ink = self->theme->tables_text[table->color];
    }
  else
    {
      mark->fill = self->theme->badge;
      mark->ink = self->theme->badge_text;
    }
}

double
commons_drawing_get_opacity (CommonsRecord *record)
{
  g_return_val_if_fail (record != NULL, 1);

  return g_strcmp0 (commons_record_get_status (record), "dropped") == 0 ? DROPPED_OPACITY : 1;
}

gboolean
commons_drawing_is_draft (CommonsRecord *record)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return g_strcmp0 (commons_record_get_status (record), "draft") == 0;
}
