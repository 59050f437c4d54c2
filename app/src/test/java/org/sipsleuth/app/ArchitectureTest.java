package org.sipsleuth.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of docs/ARCHITECTURE.md. [ArchitectureFaultsTest] sees each of them fail.
@AnalyzeClasses(
        packages = "org.sipsleuth",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ArchitectureTest.DoNotIncludeTestJars.class
        })
class ArchitectureTest {

    /// The tests of the analysis and of the views come as jars of their own.
    static final class DoNotIncludeTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar") && !location.contains("/test-classes/");
        }
    }

    /// The way of the data: each package may know only those before it.
    private static final List<String> WAY =
            List.of(
                    "run",
                    "word",
                    "setting",
                    "capture",
                    "sip",
                    "dialog",
                    "filter",
                    "search",
                    "media",
                    "model",
                    "finding",
                    "sequence",
                    "belief",
                    "compare",
                    "pipeline",
                    "export",
                    "casefile",
                    "simulate",
                    "evaluate",
                    "report",
                    "view",
                    "app");

    private static final int MOST_TYPES_IN_A_PACKAGE = 20;

    @ArchTest static final ArchRule packagesKnowOnlyEarlierOnes = wayOfTheData();

    private static ArchRule wayOfTheData() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : WAY) {
            layers = layers.layer(name).definedBy("org.sipsleuth." + name + "..");
        }
        for (int i = 0; i < WAY.size(); i++) {
            var layer = layers.whereLayer(WAY.get(i));
            String[] later = WAY.subList(i + 1, WAY.size()).toArray(String[]::new);
            layers =
                    later.length == 0
                            ? layer.mayNotBeAccessedByAnyLayer()
                            : layer.mayOnlyBeAccessedByLayers(later);
        }
        return layers;
    }

    /// Capture and SIP are two roads that meet in `dialog`.
    @ArchTest
    static final ArchRule sipKnowsNothingOfCaptures =
            noClasses()
                    .that()
                    .resideInAPackage("org.sipsleuth.sip..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.sipsleuth.capture..", "org.sipsleuth.run..");

    @ArchTest
    static final ArchRule everyPackageStandsOnTheWay =
            classes()
                    .should()
                    .resideInAnyPackage(
                            Stream.concat(WAY.stream(), Stream.of("samples"))
                                    .map(name -> "org.sipsleuth." + name + "..")
                                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.sipsleuth.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule methodsDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("org.sipsleuth.belief..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.sipsleuth.sequence..");

    /// Whoever has no libpcap can do all but capture live.
    @ArchTest
    static final ArchRule pcap4jIsKnownToLiveCaptureOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.sipsleuth.capture.live..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.pcap4j..", "com.sun.jna..");

    /// What was trained runs without it.
    @ArchTest
    static final ArchRule dl4jIsKnownToTrainingOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.sipsleuth.*.training..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule analysisKnowsNoUserInterface =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.sipsleuth.view..", "org.sipsleuth.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "javax.swing..");

    /// A report draws pictures, but off screen.
    @ArchTest
    static final ArchRule analysisDrawsOnlyForReports =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.sipsleuth.view..", "org.sipsleuth.app..", "org.sipsleuth.report..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.awt..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule viewsKnowNoOtherView =
            slices().matching("org.sipsleuth.view.(*)..")
                    .namingSlices("view $1")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            DescribedPredicate.alwaysTrue(),
                            resideInAPackage("org.sipsleuth.view.fx.."))
                    .ignoreDependency(
                            DescribedPredicate.alwaysTrue(),
                            resideInAPackage("org.sipsleuth.view.message.."));

    @ArchTest
    static final ArchRule viewModelsKnowNoControls =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    @ArchTest
    static final ArchRule threadsAreStartedInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.sipsleuth.view.fx..", "org.sipsleuth.app..")
                    .should()
                    .callConstructorWhere(
                            DescribedPredicate.describe(
                                    "a thread is made",
                                    call -> call.getTargetOwner().isAssignableTo(Thread.class)));

    @ArchTest
    static final ArchRule standardStreamsBelongToTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.sipsleuth.app..")
                    .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule loggingGoesThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule recordsHoldNoArrays =
            fields().that(ofRecords())
                    .should(
                            new ArchCondition<>("not be arrays") {
                                @Override
                                public void check(JavaField field, ConditionEvents events) {
                                    if (field.getRawType().isArray()) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        field,
                                                        field.getFullName() + " is an array"));
                                    }
                                }
                            })
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaField> ofRecords() {
        return DescribedPredicate.describe(
                "are components of records",
                field ->
                        field.getOwner().isRecord()
                                && !field.getModifiers().contains(JavaModifier.STATIC));
    }

    @ArchTest
    static final ArchRule classesAreFinal =
            classes()
                    .that()
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

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(
                            new ArchCondition<>("be in a @NullMarked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    if (!type.getPackage()
                                            .isAnnotatedWith(
                                                    "org.jspecify.annotations.NullMarked")) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, type.getName() + " is not"));
                                    }
                                }
                            });

    @ArchTest
    static final ArchRule packagesAreSmall =
            classes()
                    .that()
                    .areTopLevelClasses()
                    .should(
                            new ArchCondition<>(
                                    "share a package with few others ("
                                            + MOST_TYPES_IN_A_PACKAGE
                                            + " types)") {
                                private Map<String, Long> sizes = Map.of();

                                @Override
                                public void init(Collection<JavaClass> all) {
                                    sizes =
                                            all.stream()
                                                    .filter(
                                                            c ->
                                                                    !c.getSimpleName()
                                                                            .equals("package-info"))
                                                    .collect(
                                                            Collectors.groupingBy(
                                                                    JavaClass::getPackageName,
                                                                    Collectors.counting()));
                                }

                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    long types = sizes.getOrDefault(type.getPackageName(), 0L);
                                    if (types > MOST_TYPES_IN_A_PACKAGE) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type,
                                                        type.getPackageName()
                                                                + " has "
                                                                + types
                                                                + " types"));
                                    }
                                }
                            });

    @ArchTest
    static final ArchRule namesSaySomething =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common|Misc)(\\$.*)?")
                    .orShould()
                    .haveNameMatching(".*\\.Base[A-Z][^.]*");
}
