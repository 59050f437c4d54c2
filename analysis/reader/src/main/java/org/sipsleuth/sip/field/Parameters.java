package org.sipsleuth.sip.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Makes maps of parameters and texts of quoted strings.
final class Parameters {

    private Parameters() {}

    /// The parameters that begin at `from`, up to a comma or the end: names in lower case, values
    /// without quotes, empty for one without value; of a name that is repeated the first.
    static Map<String, String> read(Text text, int from) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ParameterScan scan = new ParameterScan();
        scan.begin(from);
        while (scan.next(text.bytes(), text.length())) {
            if (scan.nameTo > scan.nameFrom) {
                String name = text.part(scan.nameFrom, scan.nameTo).toLowerCase(Locale.ROOT);
                String value = unquoted(text.part(scan.valueFrom, scan.valueTo));
                parameters.putIfAbsent(name, value);
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    /// The text without the quotes around it and the backslashes before escaped characters; as it
    /// is if it is not quoted.
    static String unquoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"') {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int last = text.endsWith("\"") ? text.length() - 1 : text.length();
        for (int i = 1; i < last; i++) {
            if (text.charAt(i) == '\\' && i + 1 < last) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
