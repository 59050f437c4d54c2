package org.sipsleuth.app.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/// Reads a word that stands for a constant of an enum or of a registry, in upper or lower case. For
/// any other word, picocli itself would list the names of the constants, not the words that a user
/// writes.
///
/// @param word the word that stands for a constant
record EnumWords<T>(List<T> constants, Function<T, String> word) implements ITypeConverter<T> {

    /// Has all enums of a command line, and of its subcommands, read so.
    static void register(CommandLine line) {
        line.getCommandSpec()
                .args()
                .stream()
                .filter(argument -> argument.converters().length == 0)
                .flatMap(EnumWords::types)
                .filter(Class::isEnum)
                .distinct()
                .forEach(type -> register(line, type));
        line.getSubcommands().values().forEach(EnumWords::register);
    }

    private static Stream<Class<?>> types(ArgSpec argument) {
        return Stream.concat(Stream.of(argument.type()), Stream.of(argument.auxiliaryTypes()));
    }

    private static <T> void register(CommandLine line, Class<T> type) {
        line.registerConverter(type, new EnumWords<>(List.of(type.getEnumConstants()),
                constant -> constant.toString().toLowerCase(Locale.ROOT)));
    }

    @Override
    public T convert(String given) {
        return constants.stream()
                .filter(each -> word.apply(each).equals(given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(refusal(given)));
    }

    private String refusal(String given) {
        String words = constants.stream().map(word).collect(Collectors.joining(", "));
        return "must be one of %s (got %s)".formatted(words, given);
    }
}
