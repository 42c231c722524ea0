/* json-suite-open.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the standard leaves open, and what becomes of it here: numbers must fit,
 * names stand once, surrogates come in pairs, and depth has an end.
 */

#include "config.h"

#include "commons-io-error.h"
#include "json-suite.h"

#define TAKEN(name, text)   JSON_SUITE_CASE (name, text, JSON_SUITE_ACCEPTED)
#define REFUSED(name, text) JSON_SUITE_CASE (name, text, COMMONS_IO_ERROR_SYNTAX)
#define LIMIT(name, text)   JSON_SUITE_CASE (name, text, COMMONS_IO_ERROR_LIMIT)

const JsonSuiteCase json_suite_open[] = {
  TAKEN ("i_number_integer_just_fits", "[9223372036854775806,-9223372036854775807]"),
  LIMIT ("i_number_past_unsigned_64", "[18446744073709551616]"),
  LIMIT ("i_number_unsigned_64", "[18446744073709551615]"),
  LIMIT ("i_number_integer_30_digits", "[-123123123123123123123123123123]"),
  LIMIT ("i_number_integer_100_digits",
     "[99999999999999999999999999999999999999999999999999999999999"
     "99999999999999999999999999999999999999999]"),
  LIMIT ("i_number_huge_exponent",
     "[0.4e0066999999999999999999999999999999999999999999999999999"
     "999999999999999999999999999999999999999999999999999999996999"
     "9999006]"),
  LIMIT ("i_number_exponent_309", "[1e309]"),
  LIMIT ("i_number_negative_exponent_309", "[-1e309]"),
  LIMIT ("i_number_just_too_large", "[1.8e308]"),
  TAKEN ("i_number_exponent_of_zero", "[0e999999999]"),
  LIMIT ("i_number_exponent_overflow_int", "[1e2147483648]"),
  LIMIT ("i_number_exponent_overflow_int64", "[1e9223372036854775808]"),
  TAKEN ("i_number_underflow", "[123e-10000000]"),
  TAKEN ("i_number_negative_underflow", "[-1e-500]"),
  TAKEN ("i_number_below_subnormal", "[1e-325]"),
  TAKEN ("i_number_negative_zero_integer", "[-0]"),
  TAKEN ("i_number_many_digits", "[1.0000000000000000000000000000000000000000000000000001]"),
  TAKEN ("i_number_100_digit_fraction",
     "[0.333333333333333333333333333333333333333333333333333333333"
     "3333333333333333333333333333333333333333333]"),
  REFUSED ("i_text_lone_high_then_text", "[\"\\uD800abc\"]"),
  REFUSED ("i_text_lone_high_then_newline", "[\"\\uDADA\\n\"]"),
  REFUSED ("i_text_two_highs", "[\"\\uD800\\uD800\"]"),
  REFUSED ("i_text_lows_then_highs", "[\"\\uDd1e\\uD834\"]"),
  REFUSED ("i_text_two_lows", "[\"\\udc00\\udfff\"]"),
  REFUSED ("i_text_high_then_raw", "[\"\\ud83c\xef\xbf\xbd\"]"),
  REFUSED ("i_text_lone_low_first", "[\"\\uDFAA\"]"),
  REFUSED ("i_text_lone_high_last", "[\"a\\uDBFF\"]"),
  REFUSED ("i_text_high_escape_other", "[\"\\ud800\\n\"]"),
  REFUSED ("i_text_high_pair_then_high", "[\"\\ud83c\\udf33\\ud83c\"]"),
  REFUSED ("i_name_lone_surrogate", "{\"\\ud800\":1}"),
  REFUSED ("i_text_escaped_zero", "[\"\\u0000\"]"),
  REFUSED ("i_name_escaped_zero", "{\"a\\u0000b\":1}"),
  REFUSED ("i_text_escaped_zero_last", "[\"a\\u0000\"]"),
  REFUSED ("i_name_twice_same_value", "{\"a\":1,\"a\":1}"),
  REFUSED ("i_name_twice_nulls", "{\"a\":null,\"a\":null}"),
  REFUSED ("i_name_twice_apart", "{\"a\":1,\"b\":2,\"c\":3,\"a\":4}"),
  REFUSED ("i_name_twice_in_list", "[{\"a\":1,\"a\":2}]"),
  REFUSED ("i_name_twice_escaped_both", "{\"\\u0061\":1,\"\\u0061\":2}"),
  REFUSED ("i_name_twice_slash", "{\"/\":1,\"\\/\":2}"),
  REFUSED ("i_name_twice_pair", "{\"\\ud83c\\udf33\":1,\"\xf0\x9f\x8c\xb3\":2}"),
  REFUSED ("i_name_twice_tab", "{\"\\t\":1,\"\\u0009\":2}"),
  REFUSED ("i_name_twice_newline", "{\"\\n\":1,\"\\u000a\":2}"),
  REFUSED ("i_name_twice_hex_case", "{\"\\u00e9\":1,\"\\u00E9\":2}"),
  TAKEN ("i_mark_before_object", "\xef\xbb\xbf{\"a\":1}"),
  REFUSED ("i_mark_twice", "\xef\xbb\xbf\xef\xbb\xbf[]"),
  TAKEN ("i_depth_64_arrays",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
     "]]]]]]]]"),
  LIMIT ("i_depth_65_arrays",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
     "]]]]]]]]]]"),
  TAKEN ("i_depth_64_objects",
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}"
     "}}}}}}}}}}}}}}}}}}}}"),
  LIMIT ("i_depth_65_objects",
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
     "{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}"
     "}}}}}}}}}}}}}}}}}}}}}}}}}}"),
  LIMIT ("i_depth_500_open",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[["),
  LIMIT ("i_depth_65_mixed",
     "[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":"
     "[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":"
     "[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":[{\"a\":"
     "[{\"a\":[{\"a\":[{\"a\":1}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}"
     "]}]}]}]}]}]}]}]}]}]}]}]}]"),
  TAKEN ("i_depth_64_twice",
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
     "]]]]]]],[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
     "]]]]]]]]]]]]]]]"),
};

const guint json_suite_n_open = G_N_ELEMENTS (json_suite_open);
