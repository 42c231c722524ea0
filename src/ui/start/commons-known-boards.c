/* commons-known-boards.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-catalogue.h"
#include "commons-clock.h"
#include "commons-known-boards.h"
#include "commons-one-line.h"

static void
board_free (gpointer data)
{
  CommonsKnownBoard *self = data;

  g_free (self->uri);
  g_free (self->name);
  g_free (self->about);
  g_free (self);
}

gboolean
commons_known_board_is_near (const CommonsKnownBoard *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  file = g_file_new_for_uri (self->uri);

  return g_file_is_native (file) || g_file_has_uri_scheme (file, "resource");
}

/* ---- What was open lately --------------------------------------------------- */

/* In words that say more the nearer it is. */
static char *
say_when (GDateTime *then)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (then);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *time = commons_clock_format (local);

  if (g_date_time_get_year (local) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now))
    /* Translators: a time of today, such as “Today, 14:32” */
    return g_strdup_printf (_("Today, %s"), time);

  if (g_date_time_get_year (local) == g_date_time_get_year (yesterday) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (yesterday))
    return g_strdup_printf (_("Yesterday, %s"), time);

  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a day of this year, such as November 2 */
    return g_date_time_format (local, _("%B %-d"));

  /* Translators: a day of another year, such as November 2, 2025 */
  return g_date_time_format (local, _("%B %-d, %Y"));
}

static char *
say_where (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL && g_str_equal (path, g_get_home_dir ()))
    return g_strdup (_("Home"));

  return path != NULL ? g_filename_display_basename (path) : g_strdup (uri);
}

static char *
say_name (GtkRecentInfo *info)
{
  char *name = commons_one_line (gtk_recent_info_get_display_name (info));

  if (g_str_has_suffix (name, ".commons") && strlen (name) > strlen (".commons"))
    name[strlen (name) - strlen (".commons")] = '\0';

  return name;
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  GtkRecentInfo *info_a = *(GtkRecentInfo **) a;
  GtkRecentInfo *info_b = *(GtkRecentInfo **) b;

  return g_date_time_compare (gtk_recent_info_get_modified (info_b), gtk_recent_info_get_modified (info_a));
}

GPtrArray *
commons_known_boards_list_recent (guint max)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  GPtrArray *boards = g_ptr_array_new_with_free_func (board_free);

  for (GList *item = items; item != NULL; item = item->next)
    {
      if (gtk_recent_info_has_application (item->data, APP_ID))
        g_ptr_array_add (ours, item->data);
    }
  g_ptr_array_sort (ours, compare_recent);

  for (guint i = 0; i < MIN (ours->len, max); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (ours, i);
      CommonsKnownBoard *board = g_new0 (CommonsKnownBoard, 1);
      g_autofree char *when = say_when (gtk_recent_info_get_modified (info));
      g_autofree char *where = say_where (gtk_recent_info_get_uri (info));

      board->uri = g_strdup (gtk_recent_info_get_uri (info));
      board->name = say_name (info);
      board->about = g_strdup_printf ("%s · %s", when, where);
      g_ptr_array_add (boards, board);
    }

  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return boards;
}

/* ---- Examples --------------------------------------------------------------- */

GPtrArray *
commons_known_boards_list_examples (void)
{
  static const struct
  {
    const char *name;
    const char *title;
    const char *about;
  } examples[] = {
    { "fontaines-ouvertes", N_("Open Fountains"), N_("An imaginary commons, from one end to the other") },
    { "openstreetmap-france", N_("OpenStreetMap Seen From France"), N_("From public sources") },
    { "open-food-facts", N_("Open Food Facts"), N_("An association, teams, reusers") },
  };
  const char *language = commons_catalogue_get_language (commons_catalogue_get (NULL));
  GPtrArray *boards = g_ptr_array_new_with_free_func (board_free);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      CommonsKnownBoard *board = g_new0 (CommonsKnownBoard, 1);

      board->uri = g_strdup_printf ("resource:///org/inno3/CommonsCanvas/examples/%s.%s.commons",
                                    examples[i].name, language);
      board->name = g_strdup (_(examples[i].title));
      board->about = g_strdup (_(examples[i].about));
      g_ptr_array_add (boards, board);
    }

  return boards;
}
