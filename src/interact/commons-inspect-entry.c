/* commons-inspect-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into a field, and the value it stands for.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-inspect-entry.h"
#include "commons-inspect.h"

#define NO_BREAK_SPACE "\302\240"
#define NARROW_SPACE "\342\200\257"

/* Beyond that a whole number is not kept exactly. */
#define MAX_WHOLE 9007199254740992.0

/* Without what people put into numbers to read them better, and with a
 * decimal point. */
static char *
simplify_number (const char *text,
                 const char *unit)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GString) plain = NULL;

  if (unit != NULL && g_str_has_suffix (trimmed, unit))
    trimmed[strlen (trimmed) - strlen (unit)] = '\0';

  plain = g_string_new (g_strstrip (trimmed));
  g_string_replace (plain, NO_BREAK_SPACE, "", 0);
  g_string_replace (plain, NARROW_SPACE, "", 0);
  g_string_replace (plain, " ", "", 0);
  g_string_replace (plain, ",", ".", 0);
  g_string_replace (plain, "\342\210\222", "-", 0); /* the minus sign */

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Figures, one point at most; what strtod() takes besides is no number here. */
static gboolean
read_number (const char *plain,
             double     *number)
{
  char *end = NULL;

  if (*plain == '\0' || strspn (plain, "0123456789.-+") != strlen (plain))
    return FALSE;

  *number = g_ascii_strtod (plain, &end);

  return *end == '\0' && isfinite (*number);
}

static char *
write_number (CommonsCatalogue *catalogue,
              double            number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *text;

  if (number == floor (number) && fabs (number) < MAX_WHOLE)
    return g_strdup_printf ("%.0f", number);

  text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.12g", number));
  if (g_str_equal (commons_catalogue_get_language (catalogue), "fr"))
    g_strdelimit (text, ".", ',');

  return text;
}

static char *
complain_of_range (const CommonsField *field,
                   CommonsCatalogue   *catalogue)
{
  g_autofree char *least = write_number (catalogue, field->minimum);
  g_autofree char *most = write_number (catalogue, field->maximum);

  if (field->minimum == -G_MAXDOUBLE)
    return g_strdup_printf (_("This must be %s at most"), most);
  if (field->maximum == G_MAXDOUBLE)
    return g_strdup_printf (_("This must be %s at least"), least);

  return g_strdup_printf (_("This must be between %s and %s"), least, most);
}

static JsonNode *
parse_number (const CommonsField *field,
              CommonsCatalogue   *catalogue,
              const char         *text,
              char              **complaint)
{
  g_autofree char *plain = simplify_number (text, field->unit);
  gboolean whole = field->type == COMMONS_FIELD_INT;
  double number = 0;

  if (!read_number (plain, &number))
    *complaint = g_strdup (_("This is not a number"));
  else if (whole && (number != floor (number) || fabs (number) > MAX_WHOLE))
    *complaint = g_strdup (_("This must be a whole number"));
  else if (number < field->minimum || number > field->maximum)
    *complaint = complain_of_range (field, catalogue);

  if (*complaint != NULL)
    return NULL;

  /* 7.0 is written as 7 whatever the field, as people write it. */
  if (number == floor (number) && fabs (number) <= MAX_WHOLE)
    return json_node_init_int (json_node_alloc (), (gint64) number);

  return json_node_init_double (json_node_alloc (), number);
}

static JsonNode *
parse_date (const char  *text,
            char       **complaint)
{
  GDate date;
  char iso[16];

  if (!commons_entry_parse_date (text, &date))
    {
      /* Translators: an example of a date as it may be typed in this language. */
      *complaint = g_strdup_printf (_("This is not a date. Write it as in %s."), _("6 March 2027"));
      return NULL;
    }

  g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", (guint) g_date_get_year (&date), (guint) g_date_get_month (&date),
              (guint) g_date_get_day (&date));

  return json_node_init_string (json_node_alloc (), iso);
}

gboolean
commons_entry_is_address (const char *text)
{
  g_autofree char *scheme = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || strpbrk (text, " \t\r\n<>\"") != NULL)
    return FALSE;

  scheme = g_uri_parse_scheme (text);
  if (scheme == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (scheme, "mailto") == 0)
    return strchr (text, '@') != NULL;
  if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return FALSE;

  return g_str_has_prefix (text + strlen (scheme), "://") && strlen (text) > strlen (scheme) + 3 &&
         g_uri_is_valid (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

/* "example.org/x" and "someone@example.org", as they are said. */
static char *
complete_address (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  if (scheme != NULL || strchr (text, '.') == NULL)
    return g_strdup (text);

  return g_strconcat (strchr (text, '@') != NULL && strchr (text, '/') == NULL ? "mailto:" : "https://", text, NULL);
}

static JsonNode *
parse_address (const char  *text,
               char       **complaint)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *address = complete_address (trimmed);

  if (!commons_entry_is_address (address))
    {
      *complaint = g_strdup (_("This is not an address: it begins with https://, http:// or mailto:"));
      return NULL;
    }

  return json_node_init_string (json_node_alloc (), address);
}

JsonNode *
commons_entry_parse (const CommonsField *field,
                     CommonsCatalogue   *catalogue,
                     const char         *text,
                     char              **complaint)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (complaint != NULL, NULL);

  *complaint = NULL;
  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    return NULL;

  switch ((int) field->type)
    {
    case COMMONS_FIELD_INT:
    case COMMONS_FIELD_NUMBER:
      return parse_number (field, catalogue, text, complaint);

    case COMMONS_FIELD_DATE:
      return parse_date (text, complaint);

    case COMMONS_FIELD_URL:
      return parse_address (text, complaint);

    default:
      return json_node_init_string (json_node_alloc (), text);
    }
}

char *
commons_entry_format (const CommonsField *field,
                      CommonsCatalogue   *catalogue,
                      JsonNode           *value)
{
  GType type = value && JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;
  GDate date;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  if ((type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) &&
      (field->type == COMMONS_FIELD_INT || field->type == COMMONS_FIELD_NUMBER))
    return type == G_TYPE_INT64 ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value))
                                : write_number (catalogue, json_node_get_double (value));

  if (field->type == COMMONS_FIELD_DATE && type == G_TYPE_STRING &&
      commons_entry_parse_date (json_node_get_string (value), &date))
    return commons_entry_format_date (catalogue, &date);

  return commons_inspect_describe (value);
}
