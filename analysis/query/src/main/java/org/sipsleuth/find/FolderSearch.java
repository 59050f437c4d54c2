package org.sipsleuth.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.run.Counted;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Finds which files hold the calls that are asked for. Only files whose entries may have them are
/// read, one at a time; of a call that is found, the files that may have the rest of it are known from
/// their entries: those with its Call-IDs, and those of the time in which it took place.
public final class FolderSearch {

    /// All time.
    public static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    /// A leg may begin so long before the dialog that was found, and end so long after it.
    private static final long LEGS_APART_NANOS = 5_000_000_000L;

    /// No dialog is silent for so long ([SipIndex] begins another one then).
    private static final long APART_NANOS = 24L * 3600 * 1_000_000_000;

    /// The place of no file.
    private static final int NO_FILE = -1;

    private final FolderIndex index;
    private final FindQuery query;
    private final Span time;
    private final ReadOptions options;
    private final LegSettings legSettings;
    private final RunMonitor monitor;
    private final List<UnsearchedFile> unsearched = new ArrayList<>();
    private int opened;

    /// @param time only dialogs that have a message in it, or that go on in it, count
    /// @param options how captures are read
    public FolderSearch(FolderIndex index, FindQuery query, Span time, ReadOptions options, LegSettings legSettings,
            RunMonitor monitor) {
        this.index = index;
        this.query = query;
        this.time = time;
        this.options = new ReadOptions(options.keyLogs(), false, options.unpackLimit());
        this.legSettings = legSettings;
        this.monitor = monitor;
    }

    /// A call, as far as one file has it.
    ///
    /// @param file the place of the file
    /// @param callIds of all its legs
    private record Hit(int file, Set<String> callIds, Span span, boolean isCall) {}

    /// Searches.
    ///
    /// @param withMedia whether files without messages, which may have its media, belong to a call
    /// @return in the order of time; no file is in two of them
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public List<CallGroup> groups(boolean withMedia) {
        List<Integer> candidates = IntStream.range(0, index.captures().size())
                .filter(i -> entry(i).touches(time) && query.mayBeIn(entry(i)))
                .boxed()
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress("Searching captures", i, candidates.size()));
            hits.addAll(hits(candidates.get(i)));
        }
        return grouped(hits, withMedia);
    }

    /// The captures that a call needs to be whole: those with its messages, and those of its time, which
    /// may have its media and other legs.
    ///
    /// @param read an index of files of a group, with the call
    /// @param legs its dialogs
    /// @return in the order of time
    public List<Path> capturesOf(SipIndex read, List<Integer> legs) {
        Hit call = hit(NO_FILE, read, legs);
        BitSet needed = rest(call, true);
        Set<Path> own = new HashSet<>();
        for (int leg : legs) {
            Arrays.stream(read.messagesOf(leg))
                    .mapToObj(message -> read.files().get(read.messages().file(message)).path())
                    .forEach(own::add);
        }
        return IntStream.range(0, index.captures().size())
                .filter(i -> needed.get(i) || own.contains(index.captures().get(i).path()))
                .mapToObj(i -> index.captures().get(i).path())
                .toList();
    }

    /// How many files had to be read.
    public int opened() {
        return opened;
    }

    /// What could not be searched, though it has an entry.
    public List<UnsearchedFile> unsearched() {
        return List.copyOf(unsearched);
    }

    private CaptureEntry entry(int file) {
        return index.captures().get(file).entry();
    }

    private List<Hit> hits(int file) {
        Path path = index.captures().get(file).path();
        try {
            opened++;
            SipIndex read = CaptureIndexer.read(List.of(path), options, monitor);
            return read.opened().verified(() -> hits(file, read));
        } catch (IOException | CaptureChangedException obstacle) {
            unsearched.add(new UnsearchedFile(path, obstacle));
        } catch (UncheckedIOException obstacle) {
            unsearched.add(new UnsearchedFile(path, Objects.requireNonNull(obstacle.getCause())));
        }
        return List.of();
    }

    private List<Hit> hits(int file, SipIndex read) {
        BitSet found = matching(read);
        if (found.isEmpty()) {
            return List.of();
        }
        Legs legs = Legs.of(read, legSettings, monitor);
        List<Hit> hits = new ArrayList<>();
        BitSet done = new BitSet();
        for (int dialog = found.nextSetBit(0); dialog >= 0; dialog = found.nextSetBit(dialog + 1)) {
            if (!done.get(dialog)) {
                List<Integer> all = legs.legsOf(dialog);
                all.forEach(done::set);
                hits.add(hit(file, read, all));
            }
        }
        return hits;
    }

    private static Hit hit(int file, SipIndex read, List<Integer> legs) {
        Set<String> callIds = new HashSet<>();
        Span span = Span.NONE;
        boolean isCall = false;
        for (int leg : legs) {
            callIds.add(read.dialogs().callId(leg));
            span = span.join(span(read, leg));
            isCall |= Arrays.stream(read.messagesOf(leg)).anyMatch(read.messages()::isOfInvite);
        }
        return new Hit(file, callIds, span, isCall);
    }

    static Span span(SipIndex read, int dialog) {
        long start = read.dialogs().startNanos(dialog);
        return new Span(start, start + Math.max(0, read.dialogs().durationNanos(dialog)));
    }

    static boolean isWithin(Span span, Span time) {
        return span.fromNanos() <= time.toNanos() && time.fromNanos() <= span.toNanos();
    }

    /// The dialogs of an index that are asked for.
    private BitSet matching(SipIndex read) {
        BitSet found = new BitSet();
        BitSet within = new BitSet();
        for (int dialog = 0; dialog < read.dialogs().size(); dialog++) {
            within.set(dialog, isWithin(span(read, dialog), time));
            found.set(dialog, within.get(dialog) && query.isCallId(read.dialogs().callId(dialog)));
        }
        MessageTable messages = read.messages();
        BitSet hosts = new BitSet();
        for (int endpoint = 0; endpoint < messages.endpointCount(); endpoint++) {
            hosts.set(endpoint, query.isHost(messages.endpoint(endpoint).host()));
        }
        NamedValues values = new NamedValues(query.keys());
        for (int message = 0; message < messages.size(); message++) {
            int dialog = messages.dialog(message);
            if (!within.get(dialog) || found.get(dialog) || messages.isRetransmission(message)) {
                continue;
            }
            if (hosts.get(messages.source(message)) || hosts.get(messages.destination(message))) {
                found.set(dialog);
            } else {
                values.read(read, message, value -> {
                    if (query.isNamed(value)) {
                        found.set(dialog);
                    }
                });
            }
        }
        return found;
    }

    private List<CallGroup> grouped(List<Hit> hits, boolean withMedia) {
        FileUnion union = new FileUnion(index.captures().size());
        Map<String, Integer> fileOf = new HashMap<>();
        for (Hit hit : hits) {
            for (String callId : shared(hit)) {
                union.join(hit.file(), fileOf.computeIfAbsent(callId, _ -> hit.file()));
            }
            rest(hit, withMedia).stream().forEach(file -> union.join(hit.file(), file));
        }
        Map<Integer, List<Hit>> groups = new LinkedHashMap<>();
        hits.forEach(hit -> groups.computeIfAbsent(union.root(hit.file()), _ -> new ArrayList<>()).add(hit));
        return groups.entrySet().stream().map(group -> group(union, group.getKey(), group.getValue())).toList();
    }

    /// The Call-IDs that other files may have too; messages without any have only that in common.
    private static List<String> shared(Hit hit) {
        return hit.callIds().stream().filter(callId -> !callId.isEmpty()).toList();
    }

    /// The files that may have more of a call; of a registration or subscription, which goes on for weeks,
    /// only those of the time that is asked for.
    private BitSet rest(Hit hit, boolean withMedia) {
        BitSet files = new BitSet();
        Span whole = hit.span();
        Span near = new Span(hit.span().fromNanos() - APART_NANOS, hit.span().toNanos() + APART_NANOS);
        for (int i = 0; i < index.captures().size(); i++) {
            CaptureEntry entry = entry(i);
            boolean isIn = entry.touches(near) && (hit.isCall() || entry.touches(time));
            if (i != hit.file() && isIn
                    && shared(hit).stream().anyMatch(callId -> entry.callIds().mayHave(CaptureEntry.KEYS.of(callId)))) {
                files.set(i);
                Span between = new Span(Math.min(whole.fromNanos(), entry.span().toNanos()),
                        Math.max(whole.toNanos(), entry.span().fromNanos()));
                whole = whole.join(between);
            }
        }
        if (hit.isCall()) {
            Span during = new Span(whole.fromNanos() - LEGS_APART_NANOS, whole.toNanos() + LEGS_APART_NANOS);
            for (int i = 0; i < index.captures().size(); i++) {
                boolean isUseful = withMedia || entry(i).messages() > 0;
                files.set(i, files.get(i) || (isUseful && entry(i).touches(during)));
            }
        }
        return files;
    }

    private CallGroup group(FileUnion union, int root, List<Hit> hits) {
        List<Path> files = new ArrayList<>();
        long messages = 0;
        long dialogs = 0;
        for (int i = 0; i < index.captures().size(); i++) {
            if (union.root(i) == root) {
                files.add(index.captures().get(i).path());
                messages += entry(i).messages();
                dialogs += entry(i).dialogs();
            }
        }
        Set<String> callIds = new HashSet<>();
        hits.forEach(hit -> callIds.addAll(hit.callIds()));
        Span first =
                hits.stream().map(Hit::span).min((a, b) -> Long.compare(a.fromNanos(), b.fromNanos())).orElseThrow();
        return new CallGroup(files, callIds, new Counted(messages, dialogs), first, time);
    }

    /// Files that share calls.
    private static final class FileUnion {

        private final int[] parents;

        FileUnion(int files) {
            parents = IntStream.range(0, files).toArray();
        }

        int root(int file) {
            int root = file;
            while (parents[root] != root) {
                parents[root] = parents[parents[root]];
                root = parents[root];
            }
            return root;
        }

        /// The root is the first file of a group.
        void join(int one, int other) {
            int first = Math.min(root(one), root(other));
            int second = Math.max(root(one), root(other));
            parents[second] = first;
        }
    }
}
