package org.sipsleuth.evaluate.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

class LeftOutTest {

    @TempDir Path directory;

    private SequenceDetection detection(String name, Map<String, String> given)
            throws IOException, SettingException, ModelFormatException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture =
                Simulation.run(scenario, 7, settings, directory.resolve(name + ".pcap"), RunMonitor.NONE).capture();
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        SequenceModel model = SequenceModel.open(Methods.standard().named(SequenceModel.KIND).orElseThrow().shipped());
        return SequenceDetection.of(index, model, RunMonitor.NONE);
    }

    private SequenceDetection office() throws Exception {
        return detection("normal", Map.of("users", "20", "hours", "2", "calls-per-hour", "60"));
    }

    @Test
    void familyOfAStackIsItsFirstWordWithoutVersion() {
        assertEquals("sipp", LeftOut.stack("SIPp v3.7.3"));
        assertEquals("baresip", LeftOut.stack("baresip v3.12.1 (x86_64/linux)"));
        assertEquals("linphonec", LeftOut.stack("Linphonec/5.2.0 (belle-sip/5.2)"));
        assertEquals("snom", LeftOut.stack("snom370/8.7"));
        assertEquals("3cxphone", LeftOut.stack("3CXPhone 6.0"));
        assertEquals("no User-Agent", LeftOut.stack(" "));
    }

    @Test
    void whatAnotherNetworkHasIsKnown() throws Exception {
        SequenceDetection office = office();
        LeftOut twice = new LeftOut();
        twice.add("one", office, new BitSet());
        assertTrue(twice.tables(1).stream().noneMatch(table -> table.id().equals("network-out")),
                "nothing to train on");
        twice.add("two", office, new BitSet());
        EvaluationTable table = table(twice);
        int dialogs = office.index().dialogs().size();
        assertEquals(2, value(table, "groups left out in turn"));
        assertEquals(2 * dialogs, value(table, "dialogs"));
        for (EvaluationRow row : table.rows()) {
            if (row.name().startsWith("unknown by ")) {
                assertEquals(0, row.ours().mean(), row.name());
            }
        }
    }

    @Test
    void whatNoOtherNetworkHasIsUnknown() throws Exception {
        SequenceDetection office = office();
        LeftOut both = new LeftOut();
        both.add("office", office, new BitSet());
        SequenceDetection other = detection("call-flows", Map.of());
        BitSet some = new BitSet();
        some.set(0, 5);
        both.add("other", other, some);
        EvaluationTable table = table(both);
        assertEquals(office.index().dialogs().size() + other.index().dialogs().size() - 5, value(table, "dialogs"));
        double whole = value(table, "unknown by hash set of whole dialogs, mean of the groups");
        double hops = value(table, "unknown by novelty per hop, mean of the groups");
        assertTrue(0 < hops && hops < whole, hops + " of hops, " + whole + " of whole dialogs");
        assertEquals(0, value(table, "unknown by always known, mean of the groups"));
    }

    private static EvaluationTable table(LeftOut its) {
        return its.tables(1).stream().filter(each -> each.id().equals("network-out")).findFirst().orElseThrow();
    }

    private static double value(EvaluationTable table, String name) {
        return table.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow().ours().mean();
    }
}
