package org.sipsleuth.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.flood.detection.FloodMethod;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.ngram.detection.NgramMethod;
import org.sipsleuth.number.RateTable;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.social.detection.SocialMethod;

/// The methods of the program, each registered in one line. Command line and window derive
/// everything from it: names, settings, bundled models, filter fields. Immutable.
public final class Methods {

    private static final Methods STANDARD = new Methods(List.of(new RuleMethod(), // session rules
            new ProblemMethod(), // problems of calls
            new SequenceMethod(), // paper 1
            new FloodMethod(), // paper 2
            new NgramMethod(), // paper 3
            new BeliefMethod(), // paper 4
            new SocialMethod())); // paper 5

    private final List<Method> methods;

    private Methods(List<Method> methods) {
        this.methods = List.copyOf(methods);
        long names = methods.stream().map(Method::name).distinct().count();
        if (names < methods.size()) {
            throw new IllegalArgumentException("Two methods with one name: " + names(methods));
        }
    }

    /// The methods that come with the program, in the order of their papers.
    public static Methods standard() {
        return STANDARD;
    }

    /// These and another one.
    ///
    /// @throws IllegalArgumentException if there is one of this name
    public Methods with(Method another) {
        return new Methods(Stream.concat(methods.stream(), Stream.of(another)).toList());
    }

    /// The same, with what the user knows of hosts.
    public Methods with(RoleCorrections corrections) {
        return new Methods(methods.stream().map(method -> method.with(corrections)).toList());
    }

    /// All of them.
    public List<Method> all() {
        return methods;
    }

    /// Their names, in the same order.
    public List<String> names() {
        return names(methods);
    }

    private static List<String> names(List<Method> methods) {
        return methods.stream().map(Method::name).toList();
    }

    /// The same with a method in the place of the one of its name.
    Methods replacing(Method another) {
        return new Methods(
                methods.stream().map(method -> method.name().equals(another.name()) ? another : method).toList());
    }

    /// The one of this name.
    public Optional<Method> named(String name) {
        return methods.stream().filter(method -> method.name().equals(name)).findFirst();
    }

    /// What these recognise as an incident, the least grave first.
    ///
    /// @param names of methods; unknown ones are ignored
    public List<IncidentKind> recognised(Collection<String> names) {
        return Arrays.stream(IncidentKind.values())
                .filter(kind -> methods.stream()
                        .filter(method -> names.contains(method.name()))
                        .anyMatch(method -> method.kinds().contains(kind)))
                .toList();
    }

    /// What came of looking for each kind that the methods of an investigation recognise, the least
    /// grave first.
    public List<Check> checks(Investigation found) {
        return checks(found.origins().stream().map(Origin::detector).toList(), found.faults(), found);
    }

    /// The same while methods are still looking, or have failed.
    ///
    /// @param names of the methods that looked or should have; unknown ones are ignored
    /// @param faults all that failed
    /// @param found what was found by those that have finished
    public List<Check> checks(Collection<String> names, List<Fault> faults, Investigation found) {
        Set<IncidentKind> failed = unjudged(faults);
        return recognised(names).stream().map(kind -> {
            List<String> its = names.stream()
                    .filter(name -> named(name).filter(method -> method.kinds().contains(kind)).isPresent())
                    .distinct()
                    .toList();
            return Check.of(kind, its, failed.contains(kind), found);
        }).toList();
    }

    /// What of this cannot be judged since rules and methods failed.
    public Set<IncidentKind> unjudged(List<Fault> faults) {
        Set<IncidentKind> kinds = EnumSet.noneOf(IncidentKind.class);
        for (Fault fault : faults) {
            kinds.addAll(fault.kinds());
            kinds.addAll(recognised(List.of(fault.name())));
        }
        return kinds;
    }

    /// The bundled models, one of each method.
    public List<ModelFile> shipped() throws IOException {
        List<ModelFile> shipped = new ArrayList<>();
        for (Method method : methods) {
            shipped.add(method.shipped());
        }
        return shipped;
    }

    /// A model of the session rules with what the user knows of dialled numbers; other models as
    /// they are.
    ///
    /// @param rates the file of the user's rates, if there is one
    /// @param homeRegion the ISO code of the capture's country, if it is known
    /// @throws SettingException if the file is no rate table, or there is no such country
    public static ModelFile withNumbers(ModelFile model, @Nullable String rates, @Nullable String homeRegion)
            throws SettingException, ModelFormatException {
        Map<String, String> settings = new HashMap<>();
        if (rates != null) {
            settings.put(RuleMethod.RATES, rates);
        }
        if (homeRegion != null) {
            settings.put(RuleMethod.HOME_REGION, homeRegion.toUpperCase(Locale.ROOT));
        }
        return settings.isEmpty() || !model.kind().equals(RuleMethod.NAME) ? model : RuleMethod.with(model, settings);
    }

    /// The same with a rate table that is no file of this computer.
    ///
    /// @param name stands in the place of the name of its file
    /// @throws ModelFormatException if it is a model of the session rules that cannot be used
    public static ModelFile withRates(ModelFile model, String name, RateTable rates)
            throws SettingException, ModelFormatException {
        return model.kind().equals(RuleMethod.NAME) ? RuleMethod.with(model, name, rates) : model;
    }

    /// The bundled model of the session rules with this rate table.
    ///
    /// @param name stands in the place of the name of its file
    /// @param table the content of a file of rates
    /// @throws IOException if it is no rate table
    public static ModelFile ofRates(String name, byte[] table) throws IOException {
        try {
            return withRates(new RuleMethod().shipped(), name, RateTable.read(new ByteArrayInputStream(table)));
        } catch (SettingException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    /// A model of paper 4 with these belief tables as they are.
    ///
    /// @param name of the model
    /// @param tables the content of a file of tables
    /// @throws IOException if it is not tables, with the line
    public static ModelFile ofTables(String name, byte[] tables) throws IOException {
        return BeliefMethod.ofTables(name, tables);
    }

    /// These models with those of the methods that are not trained, first; what is among these
    /// already stays.
    public List<ModelFile> withUntrained(List<ModelFile> models) throws IOException {
        List<ModelFile> all = new ArrayList<>();
        for (Method method : methods) {
            if (!method.isTrained() && models.stream().noneMatch(its -> its.kind().equals(method.name()))) {
                all.add(method.shipped());
            }
        }
        all.addAll(models);
        return List.copyOf(all);
    }

    /// The detector for a model, of whatever method.
    ///
    /// @throws ModelFormatException if no method can use it
    public Detector detector(ModelFile file) throws ModelFormatException {
        Method method = named(file.kind()).orElseThrow(() -> new ModelFormatException("kind",
                ModelFormatException.quoted(file.kind()) + " is an unknown method; it may need a newer SipSleuth"));
        return method.detector(file);
    }
}
