package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegSettings;
import org.sipsleuth.find.DamagedCapture;
import org.sipsleuth.find.FindQuery;
import org.sipsleuth.find.FolderIndex;
import org.sipsleuth.find.FolderSearch;
import org.sipsleuth.find.UnsearchedFile;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Calls that are found in folders of captures.
final class FindCommandTest {

    private static final int FILE_HEADER = 24;
    private static final int FRAME_HEADER = 16;

    @TempDir private Path folder;
    @TempDir private Path cache;
    private Path captures = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        captures = Files.createDirectory(folder.resolve("captures"));
    }

    private Run find(String... arguments) {
        return Run.on(new FakeNetwork(), cache.resolve("live"),
                Stream.concat(Stream.of("find"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Run csv(String query, String... more) {
        return find(Stream.concat(Stream.of(query, captures.toString(), "--format", "csv", "--quiet"), Stream.of(more))
                .toArray(String[]::new));
    }

    private static Set<String> callIds(Run run) {
        assertEquals(0, run.code(), run.err());
        return new TreeSet<>(run.records().stream().map(row -> row.substring(0, row.indexOf(','))).toList());
    }

    /// A pcap as files of so many frames.
    private List<Path> cut(byte[] pcap, int files) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        ByteBuffer numbers = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = FILE_HEADER; at < pcap.length;) {
            int length = FRAME_HEADER + numbers.getInt(at + 8);
            frames.add(Arrays.copyOfRange(pcap, at, at + length));
            at += length;
        }
        List<Path> paths = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(pcap, 0, FILE_HEADER);
            for (int i = file * frames.size() / files; i < (file + 1) * frames.size() / files; i++) {
                bytes.writeBytes(frames.get(i));
            }
            paths.add(Files.write(captures.resolve("ring%03d.pcap".formatted(file)), bytes.toByteArray()));
        }
        return paths;
    }

    @Test
    void everyCallAcrossFilesOfARingIsWhole() throws IOException {
        Path whole = folder.resolve("whole.pcap");
        Run simulated = Run.of("simulate", "normal", "-o", whole.toString(), "--seed", "3", "--quiet", "--set",
                "users=20", "--set", "hours=1");
        assertEquals(0, simulated.code(), simulated.err());
        cut(Files.readAllBytes(whole), 10);
        SipIndex index = CaptureIndexer.read(List.of(whole), RunMonitor.NONE);
        int crossing = 0;
        List<String> expected = Run.of("dialogs", whole.toString(), "--format", "csv", "--columns",
                "call_id,messages,sequence,outcome,duration,start").records();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            String callId = index.dialogs().callId(dialog);
            Run run = csv(callId);
            assertEquals(0, run.code(), run.err());
            String row = run.records().stream().filter(each -> each.startsWith(callId + ",")).findFirst().orElseThrow();
            String whereas = expected.get(dialog);
            String[] cells = whereas.split(",", -1);
            assertTrue(row.contains("," + cells[1] + ",") && row.contains("," + cells[2] + ","), row + "\n" + whereas);
            crossing += row.contains(".pcap; ") ? 1 : 0;
        }
        assertTrue(crossing > 10, "calls in several files: " + crossing);
    }

    @Test
    void aSecondSearchReadsOnlyWhatCanHoldIt() throws IOException {
        for (int i = 0; i < 20; i++) {
            new TestCapture().call(100L * i, "call-" + i).in(captures, "%02d.pcap".formatted(i));
        }
        FolderIndex first = index(RunMonitor.NONE);
        assertEquals(20, first.read());
        FolderIndex second = index(RunMonitor.NONE);
        assertEquals(List.of(20, 0), List.of(second.size(), second.read()));
        FolderSearch search = search(second, "call-7");
        assertEquals(List.of(captures.resolve("07.pcap")), search.groups(false).getFirst().files());
        assertEquals(1, search.opened());
    }

    private FolderIndex index(RunMonitor monitor) throws IOException {
        try (Stream<Path> all = Files.list(captures)) {
            return FolderIndex.of(all.sorted().toList(), cache.resolve("find"), ReadOptions.NONE, monitor);
        }
    }

    private static FolderSearch search(FolderIndex index, String query) {
        return new FolderSearch(index, FindQuery.of(query), FolderSearch.ALWAYS, ReadOptions.NONE, LegSettings.USUAL,
                RunMonitor.NONE);
    }

    @Test
    void whatChangedIsReadAgain() throws IOException {
        Path one = Path.of(new TestCapture().call(0, "one").in(captures, "one.pcap"));
        Path two = Path.of(new TestCapture().call(10, "two").call(20, "more").in(captures, "two.pcap"));
        assertEquals(Set.of("one"), callIds(csv("one")));
        new TestCapture().call(0, "one").call(30, "grown").in(captures, "one.pcap");
        assertEquals(Set.of("grown"), callIds(csv("grown")));
        Files.write(two, new TestCapture().call(10, "two").bytes());
        assertEquals(Set.of(), callIds(csv("more")));
        new TestCapture().call(0, "new").call(30, "grown").in(folder, "other.pcap");
        Files.setLastModifiedTime(folder.resolve("other.pcap"), Files.getLastModifiedTime(one));
        Files.move(folder.resolve("other.pcap"), one, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Set.of("new"), callIds(csv("new")));
        assertEquals(Set.of(), callIds(csv("one")));
        Files.delete(two);
        assertEquals(Set.of(), callIds(csv("two")));
    }

    @Test
    void aRenamedCaptureIsNotReadAgain() throws IOException {
        Path old = Path.of(new TestCapture().call(0, "one").in(captures, "ring.pcap"));
        index(RunMonitor.NONE);
        Files.move(old, captures.resolve("ring.pcap1"));
        assertEquals(0, index(RunMonitor.NONE).read());
    }

    @Test
    void aFileThatCannotBeReadCostsItselfOnly() throws IOException {
        new TestCapture().call(0, "good").in(captures, "good.pcap");
        Files.writeString(captures.resolve("broken.pcap"), "no capture at all");
        byte[] bytes = new TestCapture().call(10, "first").call(20, "last").bytes();
        Path damaged = captures.resolve("damaged.pcap");
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 5));
        Files.setLastModifiedTime(damaged, FileTime.fromMillis(0));
        Run run = csv("bob");
        assertEquals(3, run.code(), run.err());
        assertEquals(3, run.records().size(), run.out());
        assertTrue(run.err().contains("broken.pcap: not searched: not a readable capture"), run.err());
        assertTrue(run.err().contains("damaged.pcap: damaged from byte"), run.err());
        FolderIndex index = FolderIndex.of(List.of(captures.resolve("gone.pcap"), captures.resolve("good.pcap")),
                cache.resolve("find"), ReadOptions.NONE, RunMonitor.NONE);
        assertEquals(1, index.size());
        assertEquals(List.of(captures.resolve("gone.pcap")),
                index.unsearched().stream().map(UnsearchedFile::path).toList());
    }

    /// Captures that were not read to their end, though they were written just now and are the only ones.
    private static Stream<Arguments> unread() throws IOException {
        byte[] whole = new TestCapture().call(0, "first").call(10, "last").bytes();
        int middle = FILE_HEADER + FRAME_HEADER + lengthAt(whole, FILE_HEADER + 8);
        byte[] implausible = whole.clone();
        ByteBuffer.wrap(implausible).order(ByteOrder.LITTLE_ENDIAN).putInt(middle + 8, 0x7fff_0000);
        byte[] beyondTheEnd = whole.clone();
        ByteBuffer.wrap(beyondTheEnd).order(ByteOrder.LITTLE_ENDIAN).putInt(middle + 8, 60_000);
        byte[] packed = packed(whole);
        byte[] wrong = packed.clone();
        Arrays.fill(wrong, packed.length / 2, packed.length - 8, (byte) 0xff);
        return Stream.of(Arguments.of("a.pcap", implausible), Arguments.of("b.pcap", beyondTheEnd),
                Arguments.of("c.pcap.gz", wrong),
                Arguments.of("d.pcap.gz", Arrays.copyOf(packed, packed.length * 3 / 4)),
                Arguments.of("e.pcap.gz", packed(Arrays.copyOf(whole, whole.length - 5))),
                Arguments.of("f.pcap.gz", packed(Arrays.copyOf(whole, 1 << 20))));
    }

    private static int lengthAt(byte[] pcap, int at) {
        return ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unread")
    void whatWasNotReadToItsEndIsNamedWithResultsAndWithout(String name, byte[] bytes) throws IOException {
        Files.write(captures.resolve(name), bytes);
        for (String query : List.of("first", "nobody")) {
            Run run = find(query, captures.toString(), "--format", "csv", "--unpack-limit", "100k");
            assertEquals(3, run.code(), run.err());
            assertTrue(run.err().contains(name + ": ") && run.err().contains(" from byte "), run.err());
            assertEquals(query.equals("nobody"), run.err().contains("as far as they could be read"), run.err());
        }
    }

    @Test
    void onlyTheNewestOfARingThatWasWrittenToJustNowIsBeingWritten() throws IOException {
        byte[] torn = Arrays.copyOf(new TestCapture().call(0, "torn").bytes(), 400);
        FileTime now = FileTime.from(Instant.now());
        Path newest = Files.write(captures.resolve("in-2.pcap"), torn);
        Path otherRing = Files.write(captures.resolve("out-1.pcap"), torn);
        Path older = Files.write(captures.resolve("in-1.pcap"), torn);
        Files.setLastModifiedTime(newest, now);
        Files.setLastModifiedTime(otherRing, FileTime.from(now.toInstant().minusSeconds(60)));
        Files.setLastModifiedTime(older, FileTime.from(now.toInstant().minusSeconds(60)));
        assertEquals(List.of(older), damaged());
        Files.setLastModifiedTime(newest, FileTime.from(now.toInstant().plusSeconds(3600)));
        Files.setLastModifiedTime(otherRing, FileTime.from(now.toInstant().minusSeconds(3600)));
        assertEquals(List.of(older, newest, otherRing), damaged());
    }

    private List<Path> damaged() throws IOException {
        return index(RunMonitor.NONE).damaged()
                .stream()
                .filter(each -> !each.isBeingWritten())
                .map(DamagedCapture::path)
                .sorted()
                .toList();
    }

    @Test
    void whatIsBeingWrittenIsNamedAndNoDamage() throws IOException {
        byte[] whole = new TestCapture().call(0, "first").call(10, "last").bytes();
        Files.write(captures.resolve("ring1.pcap"), Arrays.copyOf(whole, whole.length - 5));
        for (String query : List.of("first", "nobody")) {
            Run run = find(query, captures.toString(), "--format", "csv");
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("ring1.pcap: being written; read up to byte "), run.err());
            assertFalse(run.err().contains("damaged"), run.err());
        }
    }

    @Test
    void theNewestOfARingMayHaveNothingYet() throws IOException {
        Path first = Files.write(captures.resolve("ring1.pcap"), new TestCapture().call(0, "first").bytes());
        Path begun = Files.createFile(captures.resolve("ring2.pcap"));
        Files.setLastModifiedTime(first, FileTime.from(Instant.now().minusSeconds(5)));
        assertEquals(0, find("nobody", captures.toString()).code());
        Files.setLastModifiedTime(begun, FileTime.from(Instant.now().minusSeconds(50)));
        Run run = find("nobody", captures.toString());
        assertEquals(3, run.code());
        assertTrue(run.err().contains("ring2.pcap: not searched: "), run.err());
    }

    @Test
    void whatChangedWithItsSizeAndTimeKeptIsReadAgain() throws IOException {
        TestCapture calls = new TestCapture();
        IntStream.range(0, 40).forEach(i -> calls.call(10L * i, "call-" + (100 + i)));
        byte[] bytes = calls.bytes();
        Path file = Files.write(captures.resolve("evidence.pcap"), bytes);
        FileTime modified = Files.getLastModifiedTime(file);
        assertEquals(Set.of("call-120"), callIds(csv("call-120")));
        byte[] old = "call-120".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + old.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + old.length, old, 0, old.length)) {
                bytes[i + old.length - 1] = 'x';
            }
        }
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, modified);
        assertEquals(Set.of("call-12x"), callIds(csv("call-12x")));
        assertEquals(Set.of(), callIds(csv("call-120")));
    }

    @Test
    void aRingThatIsBeingWrittenIsNoError() throws IOException {
        Path old = Path.of(new TestCapture().call(0, "old").in(captures, "ring0.pcap"));
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        byte[] bytes = new TestCapture().call(10, "new").bytes();
        Files.write(captures.resolve("ring1.pcap"), Arrays.copyOf(bytes, bytes.length - 5));
        assertEquals(Set.of("old", "new"), callIds(csv("bob")));
    }

    @Test
    void aDamagedEntryIsMadeAgain() throws IOException {
        new TestCapture().call(0, "one").in(captures, "one.pcap");
        index(RunMonitor.NONE);
        Path entry = entries().getFirst();
        byte[] whole = Files.readAllBytes(entry);
        for (int length : List.of(0, 3, 11, whole.length / 2, whole.length - 1)) {
            Files.write(entry, Arrays.copyOf(whole, length));
            assertEquals(1, index(RunMonitor.NONE).read(), "cut to " + length);
            assertEquals(Set.of("one"), callIds(csv("one")));
        }
        for (int place = 0; place < whole.length; place += 7) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            Files.write(entry, changed);
            assertEquals(1, index(RunMonitor.NONE).read(), "changed at " + place);
        }
    }

    @Test
    void entriesOfCapturesThatAreGoneGoToo() throws IOException {
        Path one = Path.of(new TestCapture().call(0, "one").in(captures, "one.pcap"));
        Path two = Path.of(new TestCapture().call(10, "two").in(captures, "two.pcap"));
        index(RunMonitor.NONE);
        Path unfinished = Files.writeString(entries().getFirst().resolveSibling(".1.part"), "killed");
        Files.setLastModifiedTime(unfinished, FileTime.fromMillis(0));
        FolderIndex.of(List.of(one), cache.resolve("find"), ReadOptions.NONE, RunMonitor.NONE);
        assertEquals(2, entries().size(), "that of a capture that was not asked for stays");
        Files.delete(two);
        assertEquals(0, index(RunMonitor.NONE).read());
        assertEquals(1, entries().size());
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.walk(cache.resolve("find"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatWasCancelledGoesOnWhereItWas() throws IOException {
        for (int i = 0; i < 12; i++) {
            new TestCapture().call(100L * i, "call-" + i).in(captures, "%02d.pcap".formatted(i));
        }
        AtomicBoolean isEnough = new AtomicBoolean();
        RunMonitor impatient = new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                isEnough.set(true); // after the first capture
            }

            @Override
            public boolean isCancelled() {
                return isEnough.get();
            }
        };
        Assertions.assertThrows(CancellationException.class, () -> index(impatient));
        int stored = entries().size();
        assertTrue(stored > 0 && stored < 12, "stored: " + stored);
        FolderIndex resumed = index(RunMonitor.NONE);
        assertEquals(List.of(12, 12 - stored), List.of(resumed.size(), resumed.read()));
    }

    private static String invite(String callId, String from, String to) {
        return "INVITE sip:" + to + "@192.0.2.9 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + callId
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:" + from + "@a.example>;tag=1\r\nTo: <sip:" + to
                + "@b.example>\r\nCall-ID: " + callId + "\r\nCSeq: 1 INVITE\r\nContact: <sip:" + from
                + "@198.51.100.77:5070>\r\nContent-Length: 0\r\n\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "+49 30 1234567",
        "0049301234567",
        "0301234567",
        "030/1234567",
        "90049301234567",
        "sip:+49301234567@a.example",
        "tel:+49-30-1234567",
        "+49301234567@A.EXAMPLE"})
    void aNumberIsFoundInAllItsForms(String query) throws IOException {
        new TestCapture().sip(0, "192.0.2.1", "192.0.2.2", invite("full", "+49301234567", "1001"))
                .sip(1, "192.0.2.1", "192.0.2.2", invite("other", "+49401234568", "1001"))
                .in(captures, "one.pcap");
        String asked = query.replace('/', '-');
        assertEquals(Set.of("full"), callIds(csv(asked)), query);
    }

    @Test
    void shortNumbersAndHostsAreExact() throws IOException {
        new TestCapture().sip(0, "192.0.2.1", "192.0.2.2", invite("full", "+49301231001", "2002"))
                .sip(1, "192.0.2.3", "192.0.2.2", invite("short", "1001", "2002"))
                .in(captures, "one.pcap");
        assertEquals(Set.of("short"), callIds(csv("1001")));
        assertEquals(Set.of(), callIds(csv("1001@b.example")));
        assertEquals(Set.of("short"), callIds(csv("1001@a.example")));
        assertEquals(Set.of("full", "short"), callIds(csv("198.51.100.77")));
        assertEquals(Set.of("short"), callIds(csv("192.0.2.3")));
        assertEquals(Set.of(), callIds(csv("192.0.2.4")));
    }

    @Test
    void theTimeNarrowsWhatIsFound() throws IOException {
        for (int i = 0; i < 10; i++) {
            new TestCapture().call(10_000L * i, "call-" + i).in(captures, "%02d.pcap".formatted(i));
        }
        long middle = 1_700_000_000L + 50_000;
        assertEquals(Set.of("call-5"), callIds(csv("bob", "--around", Long.toString(middle))));
        assertEquals(Set.of("call-4", "call-5", "call-6"),
                callIds(csv("bob", "--around", Long.toString(middle), "--within", "3h")));
        assertEquals(10, callIds(csv("bob")).size());
        assertEquals(2, csv("bob", "--within", "soon").code());
    }

    @Test
    void theCallsAreWrittenAsOneCapture() throws IOException {
        cut(new TestCapture().call(0, "one").call(100, "two").call(200, "three").bytes(), 6);
        Path out = folder.resolve("calls.pcapng");
        Run run = find("two", captures.toString(), "-o", out.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("two"),
                IntStream.range(0, 1).mapToObj(i -> assertCalls(out).dialogs().callId(i)).toList());
        assertEquals(7, assertCalls(out).messages().size());
        assertEquals(2, find("two", captures.toString(), "-o", out.toString()).code());
        Run input = find("two", captures.toString(), "-o", captures.resolve("ring000.pcap").toString(), "--force");
        assertEquals(2, input.code(), input.err());
        assertEquals(2, find("nobody", captures.toString(), "-o", folder.resolve("no.pcapng").toString()).code());
        assertFalse(Files.exists(folder.resolve("no.pcapng")));
    }

    /// An archive of pcap files, as VoIPmonitor spools one for each minute.
    private static byte[] archive(String... namesAndCaptures) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndCaptures.length; i += 2) {
            byte[] data = namesAndCaptures[i + 1].getBytes(StandardCharsets.ISO_8859_1);
            ByteBuffer header = ByteBuffer.allocate(512);
            header.put(0, namesAndCaptures[i].getBytes(StandardCharsets.ISO_8859_1));
            header.put(124, "%011o".formatted(data.length).getBytes(StandardCharsets.ISO_8859_1));
            header.put(257, "ustar".getBytes(StandardCharsets.ISO_8859_1));
            header.put(148, "        ".getBytes(StandardCharsets.ISO_8859_1));
            int sum = IntStream.range(0, 512).map(at -> Byte.toUnsignedInt(header.get(at))).sum();
            header.put(148, "%06o".formatted(sum).getBytes(StandardCharsets.ISO_8859_1));
            tar.writeBytes(header.array());
            tar.writeBytes(data);
            tar.writeBytes(new byte[(512 - data.length % 512) % 512]);
        }
        return tar.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// The rows are those of the same calls in one capture, but for frames and files.
    @Test
    void callsInSpoolsOfArchivesAreFound() throws IOException {
        String one = text(new TestCapture().call(0, "one").bytes());
        String two = text(new TestCapture().call(1, "two").bytes());
        String late = text(new TestCapture().call(70, "late").bytes());
        Path first = Files.createDirectories(captures.resolve("2026-11-20/14/05/SIP"));
        Path second = Files.createDirectories(captures.resolve("2026-11-20/14/06/SIP"));
        Path tar = Files.write(first.resolve("sip_2026-11-20-14-05.tar"),
                archive("one.pcap#1", one.substring(0, 1_000), "two.pcap", two, "one.pcap", one.substring(1_000)));
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(second.resolve("sip_2026-11-20-14-06.tar.gz")))) {
            out.write(archive("late.pcap", late));
        }
        byte[] evidence = Files.readAllBytes(tar);
        assertEquals(Set.of("one", "two", "late"), callIds(csv("bob")));
        String row = csv("one").records().getFirst();
        assertTrue(row.contains(",7,0,INVITE 100 180 200 ACK BYE 200,") && row.endsWith("sip_2026-11-20-14-05.tar"),
                row);
        Path out = folder.resolve("calls.pcapng");
        assertEquals(0, find("two", captures.toString(), "-o", out.toString()).code());
        assertEquals(7, assertCalls(out).messages().size());
        Run info = Run.of("info", tar.toString());
        assertTrue(info.code() == 0 && info.out().contains("tar of pcap files") && info.out().contains("14"),
                info.out());
        Assertions.assertArrayEquals(evidence, Files.readAllBytes(tar));
    }

    private static SipIndex assertCalls(Path capture) {
        try {
            return CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theCallsAreDrawn() throws IOException {
        cut(new TestCapture().call(0, "one").call(100, "two").bytes(), 4);
        Run run = find("two", captures.toString(), "--ladder");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("BYE") && run.out().contains("Call-ID two"), run.out());
        assertFalse(run.out().contains("Call-ID one"), run.out());
        assertEquals(2, find("nobody", captures.toString(), "--ladder").code());
    }

    @Test
    void nothingIsAnAnswer() throws IOException {
        new TestCapture().call(0, "one").in(captures, "one.pcap");
        Run run = find("nobody", captures.toString());
        assertEquals(0, run.code());
        assertTrue(run.err().contains("nothing found for nobody in 1 capture"), run.err());
        assertEquals("[]", find("nobody", captures.toString(), "--format", "json").out().strip());
        assertEquals(3, find("one", folder.resolve("missing").toString()).code());
        assertEquals(2, find("", captures.toString()).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b\u001b[31m.pcap", "-o.pcap", "ünïcode ☎.pcap", "'; rm.pcap"})
    void namesOfFilesAreOnlyNames(String name) throws IOException {
        new TestCapture().call(0, "one").in(captures, name);
        Run run = csv("one");
        assertEquals(Set.of("one"), callIds(run));
        assertFalse(find("one", captures.toString()).out().contains("\u001b"), "escapes");
    }

    @Test
    void theColumnsAreTheDocumentedOnes() throws IOException {
        new TestCapture().call(0, "one").in(captures, "one.pcap");
        String header = csv("one").out().lines().findFirst().orElseThrow();
        String dialogs = Run.of("dialogs", captures.resolve("one.pcap").toString(), "--format", "csv").out();
        assertEquals(dialogs.lines().findFirst().orElseThrow() + ",call,from,to,file", header);
        String documented = Files.readString(Path.of("../docs/CLI.md"), StandardCharsets.UTF_8);
        assertTrue(documented.contains("| `find` | as `dialogs`, then call, from, to, file |"), "docs/CLI.md");
    }
}
