package org.sipsleuth.app.command.input;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Countries by their ISO 3166 codes of two letters, in either case. The code in capitals comes
/// out.
public final class RegionConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new TypeConversionException(
                    "\"%s\" is not a country; use an ISO code of two letters, such as DE".formatted(text));
        }
        return code;
    }
}
