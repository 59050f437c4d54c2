package org.sipsleuth.pipeline.field;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.run.RunMonitor;

/// What rests on each dialog of a capture: findings, or incidents. Immutable.
///
/// @param <T> what rests on dialogs
final class CitedDialogs<T> {

    private final @Nullable SipIndex index;
    private final List<T> all;

    /// Where the places of each dialog begin in the other array; one more at the end.
    private final int[] starts;

    private final int[] places;

    private CitedDialogs(@Nullable SipIndex index, List<T> all, int[] starts, int[] places) {
        this.index = index;
        this.all = all;
        this.starts = starts;
        this.places = places;
    }

    /// Nothing, of no capture.
    static <T> CitedDialogs<T> none() {
        return new CitedDialogs<>(null, List.of(), new int[1], new int[0]);
    }

    /// What rests on the dialogs of a capture. Cost: the messages and dialogs of all evidence.
    ///
    /// @param all in the order in which they are shown
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static <T> CitedDialogs<T> of(SipIndex index, List<T> all, Function<T, Evidence> evidence, RunMonitor monitor) {
        int[] starts = new int[index.dialogs().size() + 1];
        List<int[]> dialogs = new ArrayList<>();
        for (T each : all) {
            monitor.throwIfCancelled();
            int[] its = evidence.apply(each).dialogs(index);
            dialogs.add(its);
            for (int dialog : its) {
                starts[dialog + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] places = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int place = 0; place < dialogs.size(); place++) {
            for (int dialog : dialogs.get(place)) {
                places[next[dialog]++] = place;
            }
        }
        return new CitedDialogs<>(index, List.copyOf(all), starts, places);
    }

    /// What rests on the dialogs of the same capture, of each of these what the function gives.
    <C> CitedDialogs<C> citing(BiFunction<T, SipIndex, Stream<C>> citations, Function<C, Evidence> evidence) {
        SipIndex of = index;
        return of == null ? none()
                : of(of, all.stream().flatMap(each -> citations.apply(each, of)).toList(), evidence, RunMonitor.NONE);
    }

    /// All of them, in order.
    List<T> all() {
        return all;
    }

    /// Those that rest on a dialog, in order; none where that is not known.
    List<T> of(int dialog) {
        if (dialog + 1 >= starts.length) {
            return List.of();
        }
        int from = starts[dialog];
        int size = starts[dialog + 1] - from;
        return new AbstractList<>() {
            @Override
            public T get(int i) {
                return all.get(places[from + i]);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /// Whether they are of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    boolean isOf(SipIndex other) {
        return index != null && Detection.isSame(index, other);
    }
}
