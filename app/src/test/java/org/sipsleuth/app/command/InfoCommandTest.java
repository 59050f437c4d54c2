package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelType;
import org.sipsleuth.model.Training;
import org.sipsleuth.model.array.FloatArray;

final class InfoCommandTest {

    private static final byte[] ARP = new byte[42];

    static {
        ARP[12] = 0x08;
        ARP[13] = 0x06;
    }

    @TempDir private Path folder;

    @Test
    void csvHasTheColumnsOfTheContract() throws IOException, NoSuchAlgorithmException {
        TestCapture capture = new TestCapture().call(0, "a");
        String file = capture.in(folder, "call.pcap");
        Run run = Run.of("info", "--format", "csv", file);
        assertEquals(0, run.code());
        assertEquals("file,sha256,format,bytes,link_types,packets,sip_messages,dialogs,first_time,"
                + "last_time,not_decoded,defects,truncated\r\n" + file + "," + sha256(capture.bytes()) + ",pcap,"
                + capture.bytes().length + ",Ethernet,7,7,1,1700000000.123456,1700000002.623456,,,false\r\n",
                run.out());
    }

    @Test
    void sha256OfALargeCaptureIsReportedOnDemand() throws IOException, NoSuchAlgorithmException {
        Path file = folder.resolve("large.pcap");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] header = new TestCapture().bytes();
        byte[] whole = new TestCapture().frame(3, new byte[64_000]).bytes();
        byte[] record = Arrays.copyOfRange(whole, header.length, whole.length);
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            out.write(header);
            for (int i = 0; i < 1_000; i++) {
                out.write(record);
            }
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        String text = Run.of("info", file.toString()).out();
        assertTrue(text.contains("  SHA-256       not computed for large files"), text);
        String asked = Run.of("info", "--sha256", file.toString()).out();
        assertTrue(asked.contains("  SHA-256       " + hash + "\n"), asked);
        String csv = Run.of("info", "--format", "csv", file.toString()).out();
        assertTrue(csv.contains("," + hash + ","), csv);
    }

    @Test
    void textShowsTheSha256() throws IOException, NoSuchAlgorithmException {
        TestCapture capture = new TestCapture().call(0, "a");
        String out = Run.of("info", capture.in(folder, "call.pcap")).out();
        assertTrue(out.contains("\n  SHA-256       " + sha256(capture.bytes()) + "\n"), out);
    }

    @Test
    void jsonKeepsListsAndCounts() throws IOException {
        String file = new TestCapture().call(0, "a").frame(3, ARP).in(folder, "call.pcap");
        String out = Run.of("info", "--format", "json", file).out().replaceAll("\\s", "");
        assertTrue(out.startsWith("[{\"file\":\"" + file + "\",\"sha256\":\""), out);
        assertTrue(out.contains("\"link_types\":[\"Ethernet\"],\"packets\":8,\"sip_messages\":7,"));
        assertTrue(out.contains("\"not_decoded\":{\"ARP\":1}"), out);
        assertTrue(out.contains("\"defects\":{},\"truncated\":false,"), out);
        assertTrue(out.endsWith("\"dropped\":0,\"snapped\":0,\"secrets_left_out\":0,\"interfaces\":[],"
                + "\"comment_count\":0,\"comments\":[],\"names\":{}}]"), out);
    }

    @Test
    void framesThatWereCutAreReported() throws IOException {
        byte[] bytes = new TestCapture().call(0, "a").bytes();
        bytes[24 + 12] = (byte) 0xff; // the first frame was longer on the wire
        bytes[24 + 13] = 0x0f;
        Path file = folder.resolve("snapped.pcap");
        Files.write(file, bytes);
        String text = Run.of("info", file.toString()).out();
        assertTrue(text.contains("  Cut short     1 frame (snap length)\n"), text);
        String json = Run.of("info", "--format", "json", file.toString()).out();
        assertTrue(json.contains("\"snapped\":1,"), json);
    }

    @Test
    void messagesOfOverlappingPiecesAreCountedAsDefective() throws IOException {
        String request = TestCapture.request("OPTIONS", "a@host", 1, "");
        String file = new TestCapture().overlapping(0, request).overlapping(1, request).in(folder, "o");
        String out = Run.of("info", "--format", "json", file).out();
        assertTrue(out.contains("\"pieces overlap with different bytes\":2"), out);
    }

    @Test
    void aDamagedFileIsShownAsFarAsItCouldBeRead() throws IOException {
        byte[] whole = new TestCapture().call(0, "a").bytes();
        Path file = folder.resolve("cut.pcap");
        Files.write(file, Arrays.copyOf(whole, whole.length - 10));
        Run run = Run.of("info", "--format", "json", file.toString());
        assertEquals(3, run.code());
        assertTrue(run.out().contains("\"sip_messages\":6,"), run.out());
        assertTrue(run.out().contains("\"truncated\":true,"), run.out());
        assertTrue(run.out().contains("\"damage\":{\n"), run.out());
        assertTrue(run.err().contains("cut.pcap: damaged from byte "), run.err());
        assertTrue(Run.of("info", file.toString()).out().contains("  Damaged       from byte "));
    }

    @Test
    void aFileWithoutFramesHasNoTimes() throws IOException {
        Run run = Run.of("info", "--format", "json", new TestCapture().in(folder, "empty.pcap"));
        assertEquals(0, run.code());
        assertTrue(run.out().contains("\"first_time\":null,"), run.out());
    }

    @Test
    void whatIsNoCaptureIsRefusedAndTheRestIsShown() throws IOException {
        Path noCapture = folder.resolve("letter.txt");
        Files.writeString(noCapture, "Dear Sir or Madam, this is no capture.");
        String good = new TestCapture().call(0, "a").in(folder, "good.pcap");
        String missing = folder.resolve("missing.pcap").toString();
        Run run = Run.of("info", "--format", "csv", noCapture.toString(), good, missing);
        assertEquals(3, run.code());
        assertEquals(1, run.records().size());
        assertTrue(run.records().getFirst().startsWith(good + ","), run.out());
        assertTrue(run.err().contains("letter.txt: not a readable capture: "), run.err());
        assertTrue(run.err().contains("missing.pcap: no such file\n"), run.err());
    }

    @Test
    void aFolderIsNoCapture() {
        Run run = Run.of("info", folder.toString());
        assertEquals(3, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("is a directory, not a capture"), run.err());
    }

    @Test
    void textSaysItInWords() throws IOException {
        Run run = Run.of("info", new TestCapture().call(0, "a").in(folder, "call.pcap"));
        assertTrue(run.out().contains("  SIP messages  7\n"), run.out());
        assertTrue(run.out().contains("2023-11-14 22:13:20.123456 to 2023-11-14 22:13:22.623456 UTC (2.50 s)"),
                run.out());
        assertFalse(run.out().contains("Damaged"), run.out());
    }

    @Test
    void aModelShowsOnWhatItWasTrained() throws IOException {
        String text = Run.of("info", model("office.model")).out();
        assertTrue(text.contains("  Model         Office\\x1b\n"), text);
        assertTrue(text.contains("  Method        ngram, version 2\n"), text);
        assertTrue(text.contains("  Trained       2026-01-31 12:00:00 UTC by SipSleuth 0.1.0\n"), text);
        assertTrue(text.contains("  Trained on    one office day\n"), text);
        assertTrue(text.contains("monday.pcap: 1,200 messages, 100 dialogs\n"), text);
        assertTrue(text.contains("  Settings      size.n: 4\n"), text);
        assertTrue(text.contains("  Data licence  CC0-1.0\n"), text);
        assertTrue(text.contains("  Details       loss: 0.0, 1.0, 2.0, "), text);
        assertTrue(text.contains(" 10.0, …, 19.0 (20)\n"), text);
        assertTrue(text.contains("  Arrays        centre: 2 × 3, f32\n"), text);
        assertTrue(text.contains("  Numbers       6\n"), text);
    }

    @Test
    void modelsStandBehindTheCaptures() throws IOException {
        String model = model("office.model");
        String capture = new TestCapture().call(0, "a").in(folder, "call.pcap");
        Run text = Run.of("info", model, capture);
        assertEquals(0, text.code());
        assertTrue(text.out().startsWith(capture + "\n"), text.out());
        assertTrue(text.out().contains("\n\n" + model + "\n"), text.out());
        Run csv = Run.of("info", "--format", "csv", model, capture);
        assertEquals(2, csv.records().size());
        assertTrue(csv.records().get(1).matches(".*,[0-9a-f]{64},model,[0-9]+,{9}"), csv.out());
        String json = Run.of("info", "--format", "json", model, capture).out();
        assertTrue(json.contains("    \"format\":\"model\",\n"), json);
        assertTrue(json.contains("      \"seed\":7,\n"), json);
    }

    @Test
    void aZipThatIsNoModelIsRefused() throws IOException {
        Path zip = folder.resolve("letters.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("letter.txt"));
        }
        Run run = Run.of("info", zip.toString());
        assertEquals(3, run.code());
        assertEquals("", run.out());
        assertTrue(run.err()
                .contains("letters.zip: cannot read model: not a SipSleuth model"
                        + " (ZIP archive begins with “letter.txt”"),
                run.err());
        Run mixed = Run.of("info", zip.toString(), model("office.model"));
        assertEquals(3, mixed.code());
        assertTrue(mixed.out().contains("  Seed          7\n"), mixed.out());
    }

    private String model(String name) throws IOException {
        Path file = folder.resolve(name);
        Training training = new Training("one office day",
                List.of(new Training.Input("monday.pcap", "0".repeat(64), 1_200, 100)), Facts.NONE, 7, 20,
                new Training.Origin("0.1.0", Instant.parse("2026-01-31T12:00:00Z"), "CC0-1.0"));
        double[] loss = IntStream.range(0, 20).asDoubleStream().toArray();
        ModelFacts facts = new ModelFacts(new ModelType("ngram", 2), "Office\u001b",
                Facts.builder().put("size", Facts.builder().put("n", 4).build()).build(), training, Facts.NONE,
                Facts.builder().putNumbers("loss", loss).build());
        ModelFile.of(facts, List.of(FloatArray.of("centre", new float[6], 2, 3)))
                .writeTo(OutputFile.at(file, OutputRules.NEW_FILES));
        return file.toString();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
