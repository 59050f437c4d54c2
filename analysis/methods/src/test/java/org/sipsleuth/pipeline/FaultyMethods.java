package org.sipsleuth.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.rule.FaultyRules;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;

/// The methods of the program, one of which fails, or one rule of which does, for tests.
public final class FaultyMethods {

    private FaultyMethods() {}

    /// A rule fails at once.
    ///
    /// @param rule e.g. `MalformedMessages`
    public static Methods withRule(String rule) {
        return replacing(RuleMethod.NAME, rules -> FaultyRules.of(rules, rule));
    }

    /// A method fails at once, for whatever it is asked.
    public static Methods withMethod(String name) {
        return replacing(name, detector -> new FaultyDetector(detector, _ -> true, true));
    }

    private static Methods replacing(String name, UnaryOperator<Detector> fault) {
        Method method = Methods.standard().named(name).orElseThrow();
        return Methods.standard().replacing(new Faulty(method, fault));
    }

    /// A detector that fails.
    ///
    /// @param fails by the number of the call to its monitor; 0 is its beginning
    /// @param isLost whether it fails when it has its result
    record FaultyDetector(Detector detector, IntPredicate fails, boolean isLost) implements Detector {

        @Override
        public String name() {
            return detector.name();
        }

        @Override
        public ModelIdentity model() {
            return detector.model();
        }

        @Override
        public Turn turn() {
            return detector.turn();
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            Counted counted = new Counted(monitor, fails);
            counted.count(0);
            Detection detection = detector.detect(index, counted);
            if (isLost) {
                throw new IllegalStateException("a seeded fault at the end");
            }
            return detection;
        }
    }

    /// Counts calls, and fails at one of them.
    record Counted(RunMonitor monitor, IntPredicate fails, AtomicInteger calls) implements RunMonitor {

        Counted(RunMonitor monitor, IntPredicate fails) {
            this(monitor, fails, new AtomicInteger());
        }

        private void count(int call) {
            if (fails.test(call)) {
                throw new IllegalStateException("a seeded fault at call " + call);
            }
        }

        @Override
        public void progress(Progress progress) {
            count(calls.incrementAndGet());
            monitor.progress(progress);
        }

        @Override
        public boolean isCancelled() {
            count(calls.incrementAndGet());
            return monitor.isCancelled();
        }
    }

    /// A method with another detector.
    private record Faulty(Method method, UnaryOperator<Detector> fault) implements Method {

        @Override
        public String name() {
            return method.name();
        }

        @Override
        public MethodTexts texts() {
            return method.texts();
        }

        @Override
        public Set<IncidentKind> kinds() {
            return method.kinds();
        }

        @Override
        public boolean isTrained() {
            return method.isTrained();
        }

        @Override
        public boolean learnsNormalTraffic() {
            return method.learnsNormalTraffic();
        }

        @Override
        public boolean needsLabels() {
            return method.needsLabels();
        }

        @Override
        public List<Setting> settings() {
            return method.settings();
        }

        @Override
        public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news)
                throws SettingException {
            return method.train(request, monitor, news);
        }

        @Override
        public ModelFile shipped() throws IOException {
            return method.shipped();
        }

        @Override
        public List<DynamicField> fields(Optional<? extends Detection> detection) {
            return method.fields(detection);
        }

        @Override
        public Detector detector(ModelFile file) throws ModelFormatException {
            return fault.apply(method.detector(file));
        }
    }
}
