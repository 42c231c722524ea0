/* commons-inspect-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * commons_entry_parse:
 * @field: what is being filled in
 * @catalogue: names of months, and the language decimals are written in
 * @text: what somebody typed
 * @complaint: (out) (transfer full) (nullable): what is wrong with it, in one
 *   sentence; %NULL when nothing is
 *
 * Reads the value of a number, date or address field; other fields take any
 * text. Numbers may have a decimal comma or point and spaces inside, and their
 * unit behind; dates may be written in figures, day first, or in words, in
 * French or in English; an address without “https://” gets it.
 *
 * Returns: (transfer full) (nullable): the value to store, %NULL when there is
 *   none or something is wrong
 */
JsonNode *commons_entry_parse            (const CommonsField *field,
                                          CommonsCatalogue   *catalogue,
                                          const char         *text,
                                          char              **complaint);

/**
 * commons_entry_format:
 * @field: a field
 * @catalogue: names of months, and the language decimals are written in
 * @value: (nullable): what a file says
 *
 * Returns: (transfer full): how it is shown and may be typed again; a value of
 *   another type than the field's as it stands
 */
char     *commons_entry_format           (const CommonsField *field,
                                          CommonsCatalogue   *catalogue,
                                          JsonNode           *value);

/**
 * commons_entry_parse_date:
 * @text: a date in figures or words, in French or in English
 * @date: (out caller-allocates): the date
 *
 * In figures the day comes first, unless that gives no date; years have four
 * figures, and come first or last.
 *
 * Returns: whether it is a date
 */
gboolean  commons_entry_parse_date       (const char         *text,
                                          GDate              *date);

/**
 * commons_entry_format_date:
 * @catalogue: names of months
 * @date: a valid date
 *
 * Returns: (transfer full): the date in words, such as “6 March 2027”
 */
char     *commons_entry_format_date      (CommonsCatalogue   *catalogue,
                                          const GDate        *date);

/**
 * commons_entry_is_address:
 * @text: (nullable): any text
 *
 * Returns: whether it is an address that may be opened: http, https or mailto
 */
gboolean  commons_entry_is_address       (const char         *text);

G_END_DECLS
