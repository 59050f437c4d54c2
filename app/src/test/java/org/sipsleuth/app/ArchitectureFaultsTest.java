package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sipsleuth.app.command.seeded.BareCell;
import org.sipsleuth.app.command.seeded.CountsNoFaults;
import org.sipsleuth.app.command.seeded.KnowsWindow;
import org.sipsleuth.app.command.seeded.ReadsRow;
import org.sipsleuth.app.workbench.seeded.KnowsCommandLine;
import org.sipsleuth.belief.seeded.KnowsSequences;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.seeded.KnowsDialogs;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.seeded.AsksServer;
import org.sipsleuth.dialog.seeded.CapturesPackets;
import org.sipsleuth.dialog.seeded.Draws;
import org.sipsleuth.dialog.seeded.HoldsArray;
import org.sipsleuth.dialog.seeded.LaysOut;
import org.sipsleuth.dialog.seeded.ListensAndConnects;
import org.sipsleuth.dialog.seeded.LogsElsewhere;
import org.sipsleuth.dialog.seeded.Open;
import org.sipsleuth.dialog.seeded.OpensSocket;
import org.sipsleuth.dialog.seeded.Prints;
import org.sipsleuth.dialog.seeded.Queries;
import org.sipsleuth.dialog.seeded.SeededUtils;
import org.sipsleuth.dialog.seeded.StartsThread;
import org.sipsleuth.dialog.seeded.SwitchesWithDefault;
import org.sipsleuth.dialog.seeded.Trains;
import org.sipsleuth.dialog.seeded.WritesFile;
import org.sipsleuth.elsewhere.Stray;
import org.sipsleuth.pipeline.seeded.KnowsMethod;
import org.sipsleuth.run.seeded.First;
import org.sipsleuth.run.seeded.inner.Second;
import org.sipsleuth.simulate.agent.SeededAgent;
import org.sipsleuth.simulate.agent.SeededCall;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.seeded.KnowsCaptures;
import org.sipsleuth.view.one.KnowsAnotherView;
import org.sipsleuth.view.one.SeededController;
import org.sipsleuth.view.one.SeededViewModel;
import org.sipsleuth.view.two.Other;

/// A rule must be able to fail: each of [ArchitectureTest] fails on code seeded to break
/// it.
class ArchitectureFaultsTest {

    private record Fault(ArchRule rule, Class<?>... classes) {}

    private static final Map<String, Fault> FAULTS = new TreeMap<>();

    static {
        seed("packagesKnowOnlyEarlierOnes", KnowsDialogs.class, SipIndex.class);
        seed("sipKnowsNothingOfCaptures", KnowsCaptures.class, Frame.class);
        seed("everyPackageStandsOnTheWay", Stray.class);
        seed("methodsDoNotKnowEachOther", KnowsSequences.class);
        seed("packagesLieInTheirModule", KnowsDialogs.class);
        seed("onlyTheRegistriesKnowMethods", KnowsMethod.class);
        seed("userAgentsAreFreeOfCycles", SeededAgent.class, SeededCall.class);
        seed("packagesAreFreeOfCycles", First.class, Second.class);
        seed("pcap4jIsKnownToLiveCaptureOnly", CapturesPackets.class);
        seed("sqliteIsKnownToTheStoreOfCasesOnly", Queries.class);
        seed("openHtmlToPdfIsKnownToThePagesOfReportsOnly", LaysOut.class);
        seed("dl4jIsKnownToTrainingOnly", Trains.class);
        seed("rowsAndCellsAreContained", ReadsRow.class);
        seed("commandsCountFaults", CountsNoFaults.class);
        seed("listsShowItemCells", BareCell.class);
        seed("analysisKnowsNoUserInterface", Draws.class);
        seed("analysisDrawsOnlyForReports", Draws.class);
        seed("viewsKnowNoOtherView", KnowsAnotherView.class, Other.class);
        seed("windowKnowsNoCommandLine", KnowsCommandLine.class);
        seed("commandLineKnowsNoWindow", KnowsWindow.class);
        seed("viewModelsKnowNoControls", SeededViewModel.class);
        seed("controllersArePackagePrivate", SeededController.class);
        seed("threadsAreStartedInOnePlace", StartsThread.class);
        seed("standardStreamsBelongToTheCommandLine", Prints.class);
        seed("loggingGoesThroughSlf4j", LogsElsewhere.class);
        seed("recordsHoldNoArrays", HoldsArray.class);
        seed("classesAreFinal", Open.class);
        seed("everyPackageIsNullMarked", Stray.class);
        seed("filesAreWrittenInOnePlace", WritesFile.class);
        seed("nothingConnectsByTlsOrHttp", AsksServer.class);
        seed("nothingOpensNetworkSockets", OpensSocket.class);
        seed("whatListensConnectsToNothing", ListensAndConnects.class);
        seed("switchesDecideEachConstant", SwitchesWithDefault.class, SwitchesWithDefault.Side.class);
        seed("namesSaySomething", SeededUtils.class);
    }

    private static void seed(String rule, Class<?>... classes) {
        try {
            ArchRule broken = (ArchRule) ArchitectureTest.class.getDeclaredField(rule).get(null);
            FAULTS.put(rule, new Fault(broken, classes));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachRuleFailsOnItsFault() {
        return FAULTS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            Fault fault = entry.getValue();
            var classes = new ClassFileImporter().importClasses(fault.classes());
            assertTrue(fault.rule().evaluate(classes).hasViolation());
        }));
    }

    @Test
    void defaultsAreFoundByTypeAndNotByName() {
        var classes = new ClassFileImporter().importClasses(SwitchesWithDefault.class, SwitchesWithDefault.Side.class,
                HeaderName.class);
        Path source = Path.of("app", "src", "test", "java", "org", "sipsleuth", "dialog", "seeded");
        String text = source.resolve("SwitchesWithDefault.java") + ":%d has a default in a switch over %s";
        String own = "org.sipsleuth.dialog.seeded.SwitchesWithDefault.Side";
        assertEquals(
                Stream.of(text.formatted(24, own), text.formatted(32, own), text.formatted(38, own),
                        text.formatted(46, "org.sipsleuth.sip.HeaderName")).toList(),
                ArchitectureTest.switchesDecideEachConstant.evaluate(classes).getFailureReport().getDetails());
    }

    @Test
    void noRuleIsWithoutItsFault() {
        long rules = Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .count();
        assertEquals(rules, FAULTS.size());
    }
}
