/* commons-launch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-launch"

#include "config.h"

#include "commons-launch.h"

typedef struct
{
  GWeakRef            widget;
  CommonsLaunchFailed failed;
} Launch;

static Launch *
launch_new (GtkWidget           *widget,
            CommonsLaunchFailed  failed)
{
  Launch *launch = g_new0 (Launch, 1);

  g_weak_ref_init (&launch->widget, widget);
  launch->failed = failed;

  return launch;
}

static void
launch_free (Launch *launch)
{
  g_weak_ref_clear (&launch->widget);
  g_free (launch);
}

/* Somebody who gave up knows about it. */
static gboolean
is_dismissal (const GError *error)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return TRUE;
#endif

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
finish (Launch       *launch,
        const GError *error)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&launch->widget);

  if (error != NULL && !is_dismissal (error))
    launch->failed (widget, error->message);

  launch_free (launch);
}

#if GTK_CHECK_VERSION (4, 10, 0)
static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error);
  finish (user_data, error);
}
#else
static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error);
  finish (user_data, error);
}
#endif

void
commons_launch (GtkWidget           *widget,
                const char          *uri,
                CommonsLaunchFailed  failed)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (failed != NULL);

  root = gtk_widget_get_root (widget);

#if GTK_CHECK_VERSION (4, 10, 0)
  {
    g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

    gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                             launched_cb, launch_new (widget, failed));
  }
#else
  gtk_show_uri_full (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME, NULL,
                     launched_cb, launch_new (widget, failed));
#endif
}
