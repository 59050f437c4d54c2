package org.sipsleuth.app.command.input;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.capture.file.UnpackLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Sizes as people type them: `500M`, `8G`, `1048576`. K, M, G and T are powers of 1024.
public final class UnpackLimitConverter implements ITypeConverter<UnpackLimit> {

    /// What the option means, for the help.
    public static final String DESCRIPTION =
            "maximum unpacked size of each gzip or zstd file, e.g. 500M or 8G; the rest is not"
                    + " read (default: 500 times the compressed size, at least 256M, at most half"
                    + " of the free temporary disk space)";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})([KMGT]?)(?:I?B)?");
    private static final String UNITS = "KMGT";
    private static final int BITS_PER_UNIT = 10;

    @Override
    public UnpackLimit convert(String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (size.matches()) {
            long number = Long.parseLong(size.group(1));
            int shift = size.group(2).isEmpty() ? 0 : (UNITS.indexOf(size.group(2)) + 1) * BITS_PER_UNIT;
            if (number > 0 && number <= Long.MAX_VALUE >> shift) {
                return UnpackLimit.of(number << shift);
            }
        }
        throw new TypeConversionException(
                "\"%s\" is not a valid size; use a size above zero such as 500M or 8G".formatted(text));
    }
}
