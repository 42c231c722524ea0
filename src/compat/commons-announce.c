/* commons-announce.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-announce"

#include "config.h"

#include "commons-announce.h"

#define FALLBACK_KEY "commons-announce-label"

static GtkLabel *
find_fallback (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GWeakRef *label = g_object_get_data (G_OBJECT (widget), FALLBACK_KEY);

      if (label != NULL)
        return g_weak_ref_get (label);
    }

  return NULL;
}

static void
weak_label_free (gpointer data)
{
  GWeakRef *label = data;

  g_weak_ref_clear (label);
  g_free (label);
}

#if GTK_CHECK_VERSION (4, 14, 0)
/* The accessibility backend of the toolkit's own tests has no announcements,
 * and GTK 4.18 calls them all the same. */
static gboolean
can_announce (void)
{
  return g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0;
}
#endif

void
commons_announce (GtkWidget  *widget,
                  const char *text)
{
  g_autoptr (GtkLabel) label = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  label = find_fallback (widget);
  if (label != NULL)
    {
      gtk_label_set_text (label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }

#if GTK_CHECK_VERSION (4, 14, 0)
  if (can_announce ())
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

void
commons_announce_set_fallback (GtkWidget *window,
                               GtkLabel  *label)
{
  GWeakRef *weak = NULL;

  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (label == NULL || GTK_IS_LABEL (label));

  if (label != NULL)
    {
      weak = g_new0 (GWeakRef, 1);
      g_weak_ref_init (weak, label);
    }

  g_object_set_data_full (G_OBJECT (window), FALLBACK_KEY, weak, weak_label_free);
}
