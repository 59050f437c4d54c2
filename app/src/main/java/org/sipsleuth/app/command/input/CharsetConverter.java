package org.sipsleuth.app.command.input;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Character sets by the names that the IANA registers for them, in either case.
public final class CharsetConverter implements ITypeConverter<Charset> {

    @Override
    public Charset convert(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new TypeConversionException(("\"%s\" is not a character set that can be read; for example UTF-8,"
                    + " windows-1252, ISO-8859-15, IBM850, UTF-16LE or Shift_JIS").formatted(text));
        }
    }
}
