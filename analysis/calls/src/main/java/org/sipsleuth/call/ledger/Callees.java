package org.sipsleuth.call.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.number.KnownOtherwise;
import org.sipsleuth.number.RateTable.Rate;

/// The destination range of each callee with its price, looked up once.
///
/// A callee is external if its name, without what follows `@`, is a number of the public network
/// ([DialledNumbers#isExternal]); it leads where the same number leads as others dialled it
/// ([KnownOtherwise]). For one thread; 12 bytes for each user.
final class Callees {

    private static final int NOT_LOOKED_UP = -1;
    private static final int INTERNAL = 0;

    private final List<String> names;
    private final Function<String, Destination> numbers;
    private final int[] rangeOf;
    private final double[] prices;
    private final List<DestinationRange> ranges = new ArrayList<>();
    private final Map<DestinationRange, Integer> places = new HashMap<>();

    Callees(List<String> names, Function<String, Destination> numbers) {
        this.names = names;
        this.numbers = new KnownOtherwise(numbers, () -> names.stream().map(Callees::dialled));
        rangeOf = new int[names.size()];
        prices = new double[names.size()]; // internal calls cost nothing
        Arrays.fill(rangeOf, NOT_LOOKED_UP);
        ranges.add(DestinationRange.INTERNAL);
    }

    /// The number of a callee's range.
    int range(int user) {
        if (rangeOf[user] == NOT_LOOKED_UP) {
            lookUp(user);
        }
        return rangeOf[user];
    }

    /// The price per minute of calls to somebody whose range was asked for; NaN if not known.
    double price(int user) {
        return prices[user];
    }

    /// A range by its number.
    DestinationRange named(int range) {
        return ranges.get(range);
    }

    private static String dialled(String name) {
        int host = name.indexOf('@');
        return host < 0 ? name : name.substring(0, host);
    }

    private void lookUp(int user) {
        String dialled = dialled(names.get(user));
        if (!DialledNumbers.isExternal(dialled)) {
            rangeOf[user] = INTERNAL;
            return;
        }
        Destination destination = numbers.apply(dialled);
        prices[user] = destination.rate().map(Rate::price).orElse(Double.NaN);
        rangeOf[user] = places.computeIfAbsent(DestinationRange.of(destination), range -> {
            ranges.add(range);
            return ranges.size() - 1;
        });
    }
}
