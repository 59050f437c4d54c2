package org.sipsleuth.app.command.belief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;

/// A record per period, for other programs. The names of its columns are a contract.
public final class BeliefRecords implements Listing {

    private final List<ClassifiedPeriod> periods;
    private final int timeDigits;

    /// @param timeDigits digits after the point that the clock of the capture has
    public BeliefRecords(List<ClassifiedPeriod> periods, int timeDigits) {
        this.timeDigits = timeDigits;
        this.periods = List.copyOf(periods);
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("source"), Column.number("period"),
                Column.time("from"), Column.time("to"), Column.number("messages"), Column.text("standing"),
                Column.text("class"), Column.number("belief"), Column.text("runner_up"),
                Column.number("runner_up_belief"), Column.number("attack"), Column.list("decisive")));
        TrafficClass.all().forEach(each -> columns.add(Column.number(each.word())));
        for (Variable each : Variable.all()) {
            String name = each.word().replace('-', '_');
            columns.add(each.isDistribution() ? Column.numbers(name) : Column.number(name));
        }
        columns.add(Column.list("classes"));
        columns.addAll(List.of(Column.number("distance"), Column.number("p_value"), Column.bool("is_unlike"),
                Column.list("unlike")));
        return columns;
    }

    @Override
    public int size() {
        return periods.size();
    }

    @Override
    public String[] row(int number) {
        ClassifiedPeriod its = periods.get(number);
        Belief belief = its.belief();
        List<String> cells = new ArrayList<>(List.of(its.source(), Integer.toString(its.number()),
                HumanText.seconds(its.period().fromNanos(), timeDigits),
                HumanText.seconds(its.period().toNanos(), timeDigits), Integer.toString(its.period().messages()),
                its.standing(), belief.leading().word(), probability(belief.strength()), belief.runnerUp().word(),
                probability(belief.classes().get(belief.runnerUp())), probability(belief.attack()),
                Column.list(decisive(its))));
        TrafficClass.all().forEach(each -> cells.add(probability(belief.classes().get(each))));
        Variable.all().forEach(each -> cells.add(value(each, its)));
        cells.add(Column.list(belief.classSet().stream().map(TrafficClass::word).toList()));
        cells.addAll(novelty(its));
        return cells.toArray(String[]::new);
    }

    private static List<String> novelty(ClassifiedPeriod its) {
        return its.novelty()
                .map(each -> List.of(String.format(Locale.ROOT, "%.6f", each.judged().distance()),
                        probability(each.judged().p().value()), Boolean.toString(each.judged().isUnlike()),
                        Column.list(each.unlike().stream().map(one -> one.value().word()).toList())))
                .orElse(List.of("", "", "", ""));
    }

    /// The leaves without which another class leads.
    static List<String> decisive(ClassifiedPeriod its) {
        return its.sensitivity().decisive().stream().map(Variable::word).toList();
    }

    /// Six digits, of however small a number.
    private static String probability(double value) {
        return String.format(Locale.ROOT, value != 0 && value < 1e-6 ? "%.5e" : "%.6f", value);
    }

    private static String value(Variable variable, ClassifiedPeriod its) {
        return variable.isDistribution() ? Column
                .list(its.observation().counts(variable).stream().map(String::valueOf).toList())
                : its.observation().isObserved(variable)
                        ? String.format(Locale.ROOT, "%.6f", its.observation().value(variable))
                : "";
    }
}
