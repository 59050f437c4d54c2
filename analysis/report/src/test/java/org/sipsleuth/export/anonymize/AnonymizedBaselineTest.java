package org.sipsleuth.export.anonymize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Scene;

final class AnonymizedBaselineTest {

    private static String text(SipIndex index) {
        StringBuilder text = new StringBuilder();
        for (int message = 0; message < index.messages().size(); message++) {
            text.append(new String(index.bytes(message), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    void namesAreReplacedAndNamesOfHeaderFieldsAreNot(@TempDir Path folder) throws IOException {
        Path file = new Scene().user("bartholomew")
                .more("X-Acme-Routing: bartholomew\r\n")
                .request(Scene.ALICE, Scene.PROXY, "OPTIONS", 1)
                .callId("attack")
                .request(Scene.STRANGER, Scene.PROXY, "OPTIONS", 1)
                .write(folder.resolve("day.pcap"));
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        BitSet attack = new BitSet();
        attack.set(1);
        try (AnonymizedBaseline copy = AnonymizedBaseline.of(index, attack, ReadOptions.NONE, RunMonitor.NONE)) {
            assertEquals(1, copy.index().dialogs().size());
            String text = text(copy.index());
            assertTrue(text.contains("X-Acme-Routing: "), text);
            for (String name : List.of("bartholomew", "example.org", Scene.ALICE)) {
                assertFalse(text.contains(name), text);
            }
        }
    }
}
