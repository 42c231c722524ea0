/* commons-search-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-fold.h"
#include "commons-known-boards.h"
#include "commons-search-provider.h"
#include "commons-search-question.h"

#define MAX_RECENT 12

static const char introspection[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

/* ---- Questions -------------------------------------------------------------- */

static GPtrArray *
list_boards (void)
{
  GPtrArray *boards = commons_known_boards_list_recent (MAX_RECENT);

  g_ptr_array_extend_and_steal (boards, commons_known_boards_list_examples ());

  return boards;
}

/* Only those that are named, in that order. */
static GPtrArray *
pick_boards (const char * const *uris)
{
  GPtrArray *boards = list_boards ();
  guint n_picked = 0;

  for (guint i = 0; uris[i] != NULL; i++)
    {
      for (guint j = n_picked; j < boards->len; j++)
        {
          CommonsKnownBoard *board = g_ptr_array_index (boards, j);

          if (!g_str_equal (board->uri, uris[i]))
            continue;

          boards->pdata[j] = boards->pdata[n_picked];
          boards->pdata[n_picked++] = board;
          break;
        }
    }

  g_ptr_array_set_size (boards, (int) n_picked);

  return boards;
}

static GStrv
fold_terms (const char * const *terms)
{
  g_autofree char *text = g_strjoinv (" ", (char **) terms);

  return commons_fold_words (text);
}

static void
act (GApplication *application,
     const char   *action,
     const char   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, g_variant_new_string (parameter));
}

static void
method_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  GApplication *application = user_data;
  g_autofree const char **terms = NULL;
  g_autofree const char **uris = NULL;
  const char *uri;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      commons_search_question_ask (application, invocation, fold_terms (terms), list_boards ());
      return;
    }

  if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(^a&s^a&s)", &uris, &terms);
      commons_search_question_ask (application, invocation, fold_terms (terms), pick_boards (uris));
      return;
    }

  if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &uris);
      commons_search_question_ask (application, invocation, NULL, pick_boards (uris));
      return;
    }

  if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s^a&su)", &uri, &terms, NULL);
      act (application, "open-uri", uri);
    }
  else
    {
      g_autofree char *words = NULL;

      g_variant_get (parameters, "(^a&su)", &terms, NULL);
      words = g_strjoinv (" ", (char **) terms);
      act (application, "look-for", words);
    }

  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* ---- On the bus ------------------------------------------------------------- */

static const GDBusInterfaceVTable vtable = { .method_call = method_cb };

static GApplicationClass *parent_class;
static guint registration;

/* Before the name is owned: what made the program start is asked at once. */
static gboolean
dbus_register (GApplication     *application,
               GDBusConnection  *connection,
               const char       *object_path,
               GError          **error)
{
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, error);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  if (info == NULL || !parent_class->dbus_register (application, connection, object_path, error))
    return FALSE;

  registration = g_dbus_connection_register_object (connection, path, info->interfaces[0], &vtable,
                                                    application, NULL, error);

  return registration != 0;
}

static void
dbus_unregister (GApplication    *application,
                 GDBusConnection *connection,
                 const char      *object_path)
{
  if (registration != 0)
    g_dbus_connection_unregister_object (connection, registration);
  registration = 0;

  parent_class->dbus_unregister (application, connection, object_path);
}

void
commons_search_provider_install (GApplicationClass *klass)
{
  g_return_if_fail (klass != NULL);

  parent_class = g_type_class_peek_parent (klass);
  klass->dbus_register = dbus_register;
  klass->dbus_unregister = dbus_unregister;
}
