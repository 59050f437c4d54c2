package org.sipsleuth.filter.compile;

import java.util.HexFormat;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.filter.syntax.Operand.Word;

/// Reads bytes that are written as numbers: `53:49:50`, `53-49-50`, `534950`, `0x53`.
final class HexBytes {

    private HexBytes() {}

    static Value read(Word word) throws FilterSyntaxException {
        String text = word.text();
        String digits = text.startsWith(":") ? text.substring(1) : text;
        if (digits.startsWith("0x") && digits.length() == 4) {
            digits = digits.substring(2);
        }
        boolean parted = digits.length() > 2 && ":.-".indexOf(digits.charAt(2)) >= 0;
        boolean single = digits.length() == 1;
        try {
            HexFormat format = parted ? HexFormat.ofDelimiter(String.valueOf(digits.charAt(2))) : HexFormat.of();
            byte[] bytes = format.parseHex(single ? "0" + digits : digits);
            if (bytes.length > 0) {
                return new Value.Octets(bytes, 0, bytes.length);
            }
        } catch (IllegalArgumentException none) {
            // the error is reported below
        }
        throw new FilterSyntaxException("expected bytes, as in 53:49:50, or text in double quotes", word.place());
    }
}
