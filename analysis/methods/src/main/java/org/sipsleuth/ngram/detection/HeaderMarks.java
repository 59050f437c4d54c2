package org.sipsleuth.ngram.detection;

import static org.sipsleuth.ngram.detection.DialogStarters.SEVERAL;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.header.HeaderModel;
import org.sipsleuth.ngram.header.HeaderNames;
import org.sipsleuth.ngram.header.OverlongField;
import org.sipsleuth.ngram.header.UnseenNames;
import org.sipsleuth.run.RunMonitor;

/// Which distinct messages of a capture have header fields unlike normal ones. What well-formed
/// messages have in dialogs that at least two hosts began is normal, too; a test that still finds
/// more than it should does not fit the capture, and finds nothing. Immutable.
public final class HeaderMarks {

    /// Of more distinct messages the first ones are read for what hosts share.
    private static final int MOST_READ = 20_000;

    private final Optional<HeaderModel> model;
    private final Map<HeaderTest, BitSet> marked;
    private final Map<HeaderTest, CaptureFit> fits;

    private HeaderMarks(Optional<HeaderModel> model, Map<HeaderTest, BitSet> marked, Map<HeaderTest, CaptureFit> fits) {
        this.model = model;
        this.marked = marked;
        this.fits = fits;
    }

    /// Compares the messages of a capture; marks none if the model knows no header fields.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static HeaderMarks of(SipIndex index, NgramModel model, DistinctMessages distinct, RunMonitor monitor) {
        Map<HeaderTest, BitSet> marked = new EnumMap<>(HeaderTest.class);
        Map<HeaderTest, CaptureFit> fits = new EnumMap<>(HeaderTest.class);
        if (model.headers().isEmpty()) {
            return new HeaderMarks(Optional.empty(), marked, fits);
        }
        NormalHeaders normal = model.headers().get();
        marked.putAll(marked(index, distinct, normal.model(), monitor));
        HeaderModel adapted = normal.model();
        if (marked.values().stream().anyMatch(some -> !some.isEmpty())) {
            adapted = adapted(index, distinct, adapted, marked, monitor);
            marked.putAll(marked(index, distinct, adapted, monitor));
        }
        boolean isOwn = model.network().isOf(index);
        for (HeaderTest test : HeaderTest.values()) {
            BitSet some = Objects.requireNonNull(marked.get(test));
            CaptureFit fit = CaptureFit.of(index, distinct, some::get,
                    Math.max(model.settings().falseAlarms(), normal.threshold(test).expected()), isOwn);
            fits.put(test, fit);
            if (!fit.fits()) {
                some.clear();
            }
        }
        return new HeaderMarks(Optional.of(adapted), marked, fits);
    }

    private static Map<HeaderTest, BitSet> marked(SipIndex index, DistinctMessages distinct, HeaderModel model,
            RunMonitor monitor) {
        boolean[] names = new boolean[distinct.size()];
        boolean[] lengths = new boolean[distinct.size()];
        IntStream.range(0, distinct.size()).parallel().forEach(i -> {
            monitor.throwIfCancelled();
            int message = distinct.first(i);
            if (!index.messages().isCut(message)) {
                byte[] bytes = index.bytes(message);
                names[i] = HeaderNames.of(bytes).filter(each -> !model.knows(each)).isPresent();
                lengths[i] = !model.overlong(bytes).isEmpty();
            }
        });
        return Map.of(HeaderTest.NAMES, bits(names), HeaderTest.LENGTHS, bits(lengths));
    }

    private static BitSet bits(boolean[] some) {
        BitSet bits = new BitSet();
        for (int i = 0; i < some.length; i++) {
            bits.set(i, some[i]);
        }
        return bits;
    }

    /// The model that also knows what several hosts of the capture share.
    private static HeaderModel adapted(SipIndex index, DistinctMessages distinct, HeaderModel model,
            Map<HeaderTest, BitSet> marked, RunMonitor monitor) {
        BitSet any = new BitSet();
        marked.values().forEach(any::or);
        int[] starters = DialogStarters.of(index, distinct, any::get, monitor);
        Map<HeaderNames, Integer> names = new HashMap<>();
        Map<String, Map<Integer, Integer>> lengths = new HashMap<>();
        any.stream().filter(i -> !index.messages().isDefective(distinct.first(i))).limit(MOST_READ).forEach(i -> {
            byte[] bytes = index.bytes(distinct.first(i));
            HeaderNames.of(bytes)
                    .filter(each -> !model.knows(each))
                    .ifPresent(each -> names.merge(each, starters[i], DialogStarters::both));
            for (OverlongField field : model.overlong(bytes)) {
                lengths.computeIfAbsent(field.name(), _ -> new HashMap<>())
                        .merge(starters[i], field.bytes(), Math::max);
            }
        });
        Set<HeaderNames> shared = new HashSet<>();
        names.forEach((each, starter) -> {
            if (starter == SEVERAL) {
                shared.add(each);
            }
        });
        Map<String, Integer> longest = new HashMap<>();
        lengths.forEach((name, byHost) -> longest.put(name, reachedByTwo(byHost)));
        return model.and(shared, longest);
    }

    /// The greatest length that at least two hosts reach, 0 if only one does.
    private static int reachedByTwo(Map<Integer, Integer> byHost) {
        int ofSeveral = byHost.getOrDefault(SEVERAL, 0);
        int second = byHost.entrySet()
                .stream()
                .filter(host -> host.getKey() != SEVERAL)
                .map(Map.Entry::getValue)
                .sorted((one, other) -> Integer.compare(other, one))
                .skip(1)
                .findFirst()
                .orElse(0);
        return Math.max(ofSeveral, second);
    }

    /// Whether the model knows header fields of normal messages: older model files hold none.
    public boolean isKnown() {
        return model.isPresent();
    }

    /// How well a test fits the capture; empty if the model knows no header fields.
    public Optional<CaptureFit> fit(HeaderTest test) {
        return Optional.ofNullable(fits.get(test));
    }

    /// Whether a distinct message is unlike normal ones by any test that fits the capture.
    public boolean isMarked(int number) {
        return marked.values().stream().anyMatch(some -> some.get(number));
    }

    /// By which tests a distinct message is unlike normal ones.
    public Set<HeaderTest> tests(int number) {
        Set<HeaderTest> tests = EnumSet.noneOf(HeaderTest.class);
        marked.forEach((test, some) -> {
            if (some.get(number)) {
                tests.add(test);
            }
        });
        return tests;
    }

    /// What is unlike normal messages in the names of a message, whether or not the test fits.
    Optional<UnseenNames> unseenNames(byte[] message) {
        return model.flatMap(known -> known.unseenNames(message));
    }

    /// Its over-long fields, whether or not the test fits.
    List<OverlongField> overlong(byte[] message) {
        return model.map(known -> known.overlong(message)).orElse(List.of());
    }
}
