package org.sipsleuth.number;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.number.DialledNumbers.Kind;

/// Where numbers lead; a number of which nothing is known, such as one with the prefix of an
/// outside line, leads where the same number leads as it was dialled otherwise. Numbers with the
/// same last [#SAME_DIGITS] digits are the same.
///
/// Used by one thread. Cost: the first number of which nothing is known looks up all others.
public final class KnownOtherwise implements Function<String, Destination> {

    /// So many digits at the end make a number the same.
    public static final int SAME_DIGITS = 8;

    private final Function<String, Destination> numbers;
    private final Supplier<Stream<String>> dialled;
    private @Nullable Map<String, Destination> byEnding;

    /// @param numbers where a number leads by itself
    /// @param dialled all that was dialled; extensions among it are left out
    public KnownOtherwise(Function<String, Destination> numbers, Supplier<Stream<String>> dialled) {
        this.numbers = numbers;
        this.dialled = dialled;
    }

    @Override
    public Destination apply(String number) {
        Destination itself = numbers.apply(number);
        return isKnown(itself) ? itself : byEnding().getOrDefault(ending(number), itself);
    }

    private static boolean isKnown(Destination destination) {
        return destination.kind() != Kind.UNKNOWN || destination.rate().isPresent();
    }

    private Map<String, Destination> byEnding() {
        Map<String, Destination> known = byEnding;
        if (known == null) {
            Map<String, Destination> found = new HashMap<>();
            dialled.get().filter(DialledNumbers::isExternal).forEach(number -> {
                Destination destination = numbers.apply(number);
                if (isKnown(destination)) {
                    found.putIfAbsent(ending(number), destination);
                }
            });
            known = found;
            byEnding = found;
        }
        return known;
    }

    /// The last digits of a number.
    static String ending(String number) {
        String plain = DialledNumbers.plain(number);
        return plain.substring(Math.max(0, plain.length() - SAME_DIGITS));
    }
}
