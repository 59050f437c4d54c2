package org.sipsleuth.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javafx.scene.control.ListCell;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.report.rows.ContainedRows;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.view.ui.ItemCell;

/// The rules of docs/ARCHITECTURE.md. [ArchitectureFaultsTest] sees each of them fail. No other test
/// needs the classes, which take more memory than any window.
@AnalyzeClasses(packages = "org.sipsleuth", cacheMode = CacheMode.PER_CLASS,
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

    /// The tests of the analysis and of the views come as jars of their own.
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar") && !location.contains("/test-classes/");
        }
    }

    /// The way of the data: each package may know only those before it.
    private static final List<String> WAY = List.of("folder", "run", "text", "word", "setting", "sentence", "capture",
            "file", "sip", "dialog", "live", "truth", "model", "filter", "search", "find", "media", "fingerprint",
            "transaction", "role", "alignment", "compare", "problem", "finding", "conformance", "neural", "rarity",
            "incident", "number", "call", "rule", "flood", "sequence", "training", "belief", "ngram", "signature",
            "social", "change", "pipeline", "triage", "session", "evaluation", "edge", "export", "annotation",
            "casefile", "simulate", "evaluate", "report", "lab", "view", "app");

    @ArchTest static final ArchRule packagesKnowOnlyEarlierOnes = wayOfTheData();

    private static ArchRule wayOfTheData() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : WAY) {
            layers = layers.layer(name).definedBy("org.sipsleuth." + name + "..");
        }
        for (int i = 0; i < WAY.size(); i++) {
            var layer = layers.whereLayer(WAY.get(i));
            String[] later = WAY.subList(i + 1, WAY.size()).toArray(String[]::new);
            layers = later.length == 0 ? layer.mayNotBeAccessedByAnyLayer() : layer.mayOnlyBeAccessedByLayers(later);
        }
        return layers;
    }

    /// Capture and SIP are two roads that meet in `dialog`.
    @ArchTest static final ArchRule sipKnowsNothingOfCaptures = noClasses().that()
            .resideInAPackage("org.sipsleuth.sip..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sipsleuth.capture..", "org.sipsleuth.run..");

    @ArchTest static final ArchRule everyPackageStandsOnTheWay = classes().should()
            .resideInAnyPackage(Stream.concat(WAY.stream(), Stream.of("samples"))
                    .map(name -> "org.sipsleuth." + name + "..")
                    .toArray(String[]::new));

    /// Which module holds which packages; the longest name counts. Maven sees to it that a module
    /// knows only those before it: docs/MODULES.md.
    private static final Map<String, List<String>> MODULES = Map.ofEntries(
            entry("base", List.of("folder", "run", "text", "word", "setting", "sentence")),
            entry("reader", List.of("capture", "sip", "dialog")), entry("live", List.of("live")),
            entry("truth", List.of("file", "model", "truth")),
            entry("calls",
                    List.of("transaction", "role", "fingerprint", "alignment", "number", "call", "dialog.attempt",
                            "dialog.outcome", "dialog.leg", "dialog.sight")),
            entry("media", List.of("media")),
            entry("fault", List.of("dialog.hint", "dialog.note", "transaction.fault", "media.fault", "problem")),
            entry("query",
                    List.of("dialog.field", "dialog.ladder", "dialog.statistics", "filter", "search", "find", "compare",
                            "annotation")),
            entry("simulate", List.of("simulate")),
            entry("methods",
                    List.of("neural", "rarity", "finding", "conformance", "incident", "flood", "rule", "sequence",
                            "belief", "ngram", "signature", "edge", "social", "change", "pipeline", "triage", "session",
                            "evaluation")),
            entry("training", List.of("training")), entry("report", List.of("export", "casefile", "report")),
            entry("evaluate", List.of("evaluate")), entry("lab", List.of("lab")));

    /// No package lies in two modules, nor in another than it says here.
    @ArchTest static final ArchRule packagesLieInTheirModule = classes().that()
            .resideOutsideOfPackages("org.sipsleuth.samples..", "org.sipsleuth.view..", "org.sipsleuth.app..")
            .should(new ArchCondition<>("lie in the module of their package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String module = moduleOf(type.getPackageName());
                    String place = type.getSource().map(source -> source.getUri().toString()).orElse("");
                    if (!place.contains("/analysis/" + module + "/target/classes/")
                            && !place.contains("/sipsleuth-" + module + "-")) {
                        events.add(SimpleConditionEvent.violated(type,
                                "%s of module %s is in %s".formatted(type.getName(), module, place)));
                    }
                }
            });

    private static String moduleOf(String packageName) {
        String name = packageName.substring("org.sipsleuth.".length());
        String module = "no module";
        int longest = 0;
        for (Map.Entry<String, List<String>> entry : MODULES.entrySet()) {
            for (String named : entry.getValue()) {
                if ((name + ".").startsWith(named + ".") && named.length() > longest) {
                    module = entry.getKey();
                    longest = named.length();
                }
            }
        }
        return module;
    }

    /// The parts of a simulated user agent refer to each other through interfaces.
    @ArchTest static final ArchRule userAgentsAreFreeOfCycles =
            slices().assignedFrom(classesOf("org.sipsleuth.simulate.agent")).should().beFreeOfCycles();

    @ArchTest static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.sipsleuth.(**)").should().beFreeOfCycles();

    @ArchTest static final ArchRule methodsDoNotKnowEachOther = noClasses().that()
            .resideInAPackage("org.sipsleuth.belief..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sipsleuth.sequence..");

    /// A method with everything that belongs to it: its own packages, its views, its tables.
    private static final String[] OF_METHODS = {
        "org.sipsleuth.rule..",
        "org.sipsleuth.flood..",
        "org.sipsleuth.sequence..",
        "org.sipsleuth.belief..",
        "org.sipsleuth.ngram..",
        "org.sipsleuth.social..",
        "org.sipsleuth.view.sequence..",
        "org.sipsleuth.view.flood..",
        "org.sipsleuth.view.ngram..",
        "org.sipsleuth.view.belief..",
        "org.sipsleuth.view.social.."};

    /// Where methods are known beside that: the two registries, and what belongs to one method or
    /// paper by its purpose.
    private static final Map<String, String> KNOW_METHODS = Map.of("org.sipsleuth.pipeline.Methods",
            "the registry of methods", "org.sipsleuth.app.workbench.StandardPages", "the registry of pages",
            "org.sipsleuth.app.command.BeliefsCommand", "shows one method only",
            "org.sipsleuth.app.command.CallsCommand", "shows one method only", "org.sipsleuth.app.command.TrainCommand",
            "trains one method on tables, too");

    /// `evaluate` makes the papers' tables, `lab.recipe` asks about the methods, `training` trains the networks of one method,
    /// `signature` is a part of paper 3, `app.command.belief` belongs to the command `beliefs`,
    /// `app.command.call` to `calls`; `app.command.replay` scores messages for an anomaly check;
    /// `change` compares networks by the transactions on their hops, as paper 1's novelty reads them;
    /// `pipeline.problem` sets apart what the rules explain as attacks; `triage` queues the unknown steps of paper 1 beside what failed; `view.triage` adds what is
    /// safe to the baseline of paper 1.
    private static final String[] BELONG_TO_METHODS = {
        "org.sipsleuth.evaluate..",
        "org.sipsleuth.lab.recipe..",
        "org.sipsleuth.training..",
        "org.sipsleuth.signature..",
        "org.sipsleuth.app.command.belief..",
        "org.sipsleuth.app.command.call..",
        "org.sipsleuth.app.command.replay..",
        "org.sipsleuth.change..",
        "org.sipsleuth.pipeline.problem..",
        "org.sipsleuth.triage..",
        "org.sipsleuth.view.triage.."};

    /// A new method adds its packages and a line in each registry.
    @ArchTest static final ArchRule onlyTheRegistriesKnowMethods = noClasses().that()
            .resideOutsideOfPackages(
                    Stream.of(OF_METHODS, BELONG_TO_METHODS).flatMap(Stream::of).toArray(String[]::new))
            .and(DescribedPredicate.describe("are no registry", type -> !KNOW_METHODS.containsKey(topLevel(type))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OF_METHODS);

    /// Without libpcap everything works but capturing live.
    @ArchTest static final ArchRule pcap4jIsKnownToLiveCaptureOnly = noClasses().that()
            .resideOutsideOfPackage("org.sipsleuth.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.pcap4j..", "com.sun.jna..");

    /// SQL stands in one place; the times of pcap4j are of `java.sql`, too.
    @ArchTest static final ArchRule sqliteIsKnownToTheStoreOfCasesOnly = noClasses().that()
            .resideOutsideOfPackages("org.sipsleuth.casefile.store..", "org.sipsleuth.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "java.sql..");

    /// Pages are laid out for PDF in one place.
    @ArchTest static final ArchRule openHtmlToPdfIsKnownToThePagesOfReportsOnly = noClasses().that()
            .resideOutsideOfPackage("org.sipsleuth.report.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..");

    /// What was trained runs without it.
    @ArchTest static final ArchRule dl4jIsKnownToTrainingOnly = noClasses().that()
            .resideOutsideOfPackage("org.sipsleuth.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

    /// A row that fails costs itself: where rows are asked for, and where tables get their values.
    @ArchTest static final ArchRule rowsAndCellsAreContained = noClasses().that()
            .areNotAssignableTo(Listing.class)
            .and()
            .doNotHaveFullyQualifiedName("org.sipsleuth.view.ui.WindowFaults")
            .should()
            .callMethodWhere(DescribedPredicate.describe("computes a row or a cell",
                    call -> (call.getName().equals("row") && call.getTargetOwner().isAssignableTo(Listing.class)
                            && !call.getTargetOwner().isEquivalentTo(ContainedRows.class))
                            || call.getName().equals("setCellValueFactory")));

    /// A command that lists anything counts what failed in it, and ends with an exit code of its own.
    @ArchTest static final ArchRule commandsCountFaults = classes().that()
            .areAssignableTo(Callable.class)
            .and()
            .resideInAnyPackage("org.sipsleuth.app.command", "org.sipsleuth.app.command.seeded")
            .and()
            .haveSimpleNameNotEndingWith("ScriptCommand") // lists nothing
            .should()
            .beAssignableTo(FaultLog.Holder.class);

    @ArchTest static final ArchRule listsShowItemCells =
            noClasses().that().areNotAssignableTo(ItemCell.class).should().beAssignableTo(ListCell.class);

    @ArchTest static final ArchRule analysisKnowsNoUserInterface = noClasses().that()
            .resideOutsideOfPackages("org.sipsleuth.view..", "org.sipsleuth.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "javax.swing..");

    /// A report draws pictures, but off screen.
    @ArchTest static final ArchRule analysisDrawsOnlyForReports = noClasses().that()
            .resideOutsideOfPackages("org.sipsleuth.view..", "org.sipsleuth.app..", "org.sipsleuth.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "org.apache.pdfbox..");

    @ArchTest static final ArchRule viewsKnowNoOtherView = slices().matching("org.sipsleuth.view.(*)..")
            .namingSlices("view $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("org.sipsleuth.view.ui.."))
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("org.sipsleuth.view.session.."))
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("org.sipsleuth.view.message.."));

    /// What both need is below them, or in `app.program`.
    @ArchTest static final ArchRule windowKnowsNoCommandLine = noClasses().that()
            .resideInAnyPackage("org.sipsleuth.app.workbench..", "org.sipsleuth.app.program..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sipsleuth.app.command..");

    @ArchTest static final ArchRule commandLineKnowsNoWindow = noClasses().that()
            .resideInAnyPackage("org.sipsleuth.app.command..", "org.sipsleuth.app.program..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sipsleuth.app.workbench..", "org.sipsleuth.view..");

    @ArchTest static final ArchRule viewModelsKnowNoControls = noClasses().that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    @ArchTest static final ArchRule controllersArePackagePrivate =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    /// Classes that hand batches to a second processor, and wait for them; and the one that has a
    /// thread for each connection.
    private static final Set<String> HAND_OVERS = Set.of("org.sipsleuth.dialog.IndexPipeline",
            "org.sipsleuth.dialog.part.BlockWork", "org.sipsleuth.capture.wire.HashedOutput",
            "org.sipsleuth.simulate.wire.WireFeed", "org.sipsleuth.live.HepStreams");

    @ArchTest static final ArchRule threadsAreStartedInOnePlace = noClasses().that()
            .resideOutsideOfPackages("org.sipsleuth.view.session..", "org.sipsleuth.app..")
            .and(DescribedPredicate.describe("hand no batches to a second processor",
                    type -> !HAND_OVERS.contains(type.getName())))
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe("a thread is made", ArchitectureTest::makesAThread));

    /// Constructors of threads, what builds them, and the pools of the JDK.
    private static boolean makesAThread(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        return (owner.isAssignableTo(Thread.class) && (name.equals(JavaConstructor.CONSTRUCTOR_NAME)
                || name.startsWith("of") || name.equals("startVirtualThread"))) || owner.isEquivalentTo(Executors.class)
                || (owner.isEquivalentTo(ForkJoinPool.class) && name.equals("commonPool"))
                || (owner.isEquivalentTo(CompletableFuture.class) && name.endsWith("Async"));
    }

    @ArchTest static final ArchRule standardStreamsBelongToTheCommandLine =
            noClasses().that().resideOutsideOfPackage("org.sipsleuth.app..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest static final ArchRule loggingGoesThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest static final ArchRule recordsHoldNoArrays =
            fields().that(ofRecords()).should(new ArchCondition<>("not be arrays") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    if (field.getRawType().isArray()) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is an array"));
                    }
                }
            }).allowEmptyShould(true);

    private static DescribedPredicate<JavaField> ofRecords() {
        return DescribedPredicate.describe("are components of records",
                field -> field.getOwner().isRecord() && !field.getModifiers().contains(JavaModifier.STATIC));
    }

    @ArchTest static final ArchRule classesAreFinal = classes().that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotRecords()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest static final ArchRule everyPackageIsNullMarked =
            classes().should(new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is not"));
                    }
                }
            });

    /// Where files are written otherwise than through [org.sipsleuth.file.OutputFile], and why.
    private static final Map<String, String> WRITERS =
            Map.ofEntries(entry("org.sipsleuth.app.workbench.memory.Settings", "the program's settings"),
                    entry("org.sipsleuth.app.command.output.Terminal", "standard output"),
                    entry("org.sipsleuth.folder.LibraryFolder", "a probe in the program's own folders"),
                    entry("org.sipsleuth.folder.NativeLibrary", "native libraries in the cache"),
                    entry("org.sipsleuth.folder.PrivateFolder", "permissions of the program's own folders"),
                    entry("org.sipsleuth.app.handover.RunningWindow", "its socket"),
                    entry("org.sipsleuth.app.handover.FileHandOver", "sockets of killed windows"),
                    entry("org.sipsleuth.capture.file.Unpacked", "a temporary file"),
                    entry("org.sipsleuth.dialog.column.ByteStore", "a temporary file"),
                    entry("org.sipsleuth.capture.log.TextLog", "a temporary file"),
                    entry("org.sipsleuth.capture.tar.TarArchive", "a temporary file"),
                    entry("org.sipsleuth.capture.log.LogWriter", "a temporary file"),
                    entry("org.sipsleuth.app.workbench.loading.PastedText", "pasted text in the cache"),
                    entry("org.sipsleuth.truth.spool.RowSpool", "a temporary file"),
                    entry("org.sipsleuth.evaluate.flood.FloodCapture", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.belief.LabelledTraffic", "a temporary directory"),
                    entry("org.sipsleuth.app.command.input.SpooledInput", "a temporary file"),
                    entry("org.sipsleuth.app.command.DialogPack", "a temporary directory"),
                    entry("org.sipsleuth.app.command.LabCommand", "a temporary directory"),
                    entry("org.sipsleuth.export.anonymize.AnonymizedBaseline", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.edge.EdgeCaptures", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.stolen.CutCapture", "a temporary file"),
                    entry("org.sipsleuth.evaluate.stolen.PlayedNetwork", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.stolen.StolenTrial", "a temporary file"),
                    entry("org.sipsleuth.evaluate.leg.LegTrial", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.ngram.SimulatedMessages", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.social.Society", "a temporary directory"),
                    entry("org.sipsleuth.evaluate.sequence.PaperDialogsCapture", "a temporary directory"),
                    entry("org.sipsleuth.lab.format.LabArchive", "removes what it unpacked, where that is no lab"),
                    entry("org.sipsleuth.find.EntryStore", "the index of captures in the cache"),
                    entry("org.sipsleuth.live.Ring", "its lock; removes its oldest file"),
                    entry("org.sipsleuth.app.workbench.background.UncaughtFaults", "its log"),
                    entry("org.sipsleuth.app.workbench.notes.NoteStore", "notes beside the settings"),
                    entry("org.sipsleuth.live.RingFile", "new files of the ring"),
                    entry("org.sipsleuth.live.UnclosedFile", "cuts unclosed files of its own ring"),
                    entry("org.sipsleuth.samples.SampleCaptures", "samples in the cache"));

    /// Where a file channel is opened only for reading.
    private static final List<String> READERS = List.of("org.sipsleuth.capture.file.CaptureFile",
            "org.sipsleuth.capture.file.FileHash", "org.sipsleuth.capture.file.MappedFiles",
            "org.sipsleuth.capture.file.SequentialFile", "org.sipsleuth.capture.integrity.OpenedFile",
            "org.sipsleuth.find.FileState", "org.sipsleuth.capture.tls.keylog.GrowingKeyLogs");

    private static final Set<String> WRITING = Set.of("write", "writeString", "newOutputStream", "newBufferedWriter",
            "newByteChannel", "copy", "move", "createFile", "createLink", "createSymbolicLink", "delete",
            "deleteIfExists", "setLastModifiedTime", "setPosixFilePermissions");

    /// No output replaces evidence, since all of them are written in one place.
    @ArchTest static final ArchRule filesAreWrittenInOnePlace = noClasses().that()
            .resideOutsideOfPackage("org.sipsleuth.file..")
            .and(DescribedPredicate.describe("are no listed exception",
                    type -> !WRITERS.containsKey(topLevel(type)) && !READERS.contains(topLevel(type))))
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe("a file is written", ArchitectureTest::writesFile));

    private static String topLevel(JavaClass type) {
        return type.getName().split("\\$", 2)[0];
    }

    private static boolean writesFile(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return switch (owner) {
            case "java.nio.file.Files" -> WRITING.contains(name);
            case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" -> name.equals("open");
            case "java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile" -> name.equals("<init>");
            case "java.io.PrintStream", "java.io.PrintWriter" -> name.equals("<init>") && takesFile(call);
            case "javax.imageio.ImageIO" -> name.equals("write") && takesFile(call);
            default -> false;
        };
    }

    private static boolean takesFile(JavaCall<?> call) {
        return call.getTarget()
                .getRawParameterTypes()
                .stream()
                .anyMatch(type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(java.io.File.class));
    }

    /// What listens for HEP reports, where the user says so; it connects to nothing.
    private static final Set<String> LISTENERS =
            Set.of("org.sipsleuth.live.HepAddress", "org.sipsleuth.live.HepDatagrams", "org.sipsleuth.live.HepStreams",
                    "org.sipsleuth.live.HepSources", "org.sipsleuth.live.PemIdentity",
                    "org.sipsleuth.live.ReportPacket", "org.sipsleuth.dialog.seeded.ListensAndConnects");

    private static final DescribedPredicate<JavaClass> DO_NOT_LISTEN =
            DescribedPredicate.describe("do not listen for HEP", type -> !LISTENERS.contains(topLevel(type)));

    @ArchTest static final ArchRule whatListensConnectsToNothing = noClasses().should()
            .callCodeUnitWhere(DescribedPredicate.describe("connects",
                    call -> LISTENERS.contains(topLevel(call.getOriginOwner())) && call.getName().equals("connect")));

    /// The program asks no server for anything: packages hold no certificates of authorities.
    @ArchTest static final ArchRule nothingConnectsByTlsOrHttp = noClasses().that(DO_NOT_LISTEN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.net..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection");

    /// Windows hand files to each other through a socket of the file system. Live captures read
    /// packets, or listen where the user says.
    @ArchTest static final ArchRule nothingOpensNetworkSockets = noClasses().that(DO_NOT_LISTEN)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, ServerSocket.class, DatagramSocket.class, InetSocketAddress.class);

    /// A new constant is a compile error where something must be decided of it.
    @ArchTest static final ArchRule switchesDecideEachConstant = noClasses().should(new SwitchDefaults());

    @ArchTest static final ArchRule namesSaySomething = noClasses().should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Misc)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*\\.Base[A-Z][^.]*");

    /// Each top-level class of a package is a slice.
    private static SliceAssignment classesOf(String name) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                if (!javaClass.getPackageName().equals(name)) {
                    return SliceIdentifier.ignore();
                }
                return SliceIdentifier.of(javaClass.getName().replaceFirst("\\$.*", ""));
            }

            @Override
            public String getDescription() {
                return "the classes of " + name;
            }
        };
    }
}
