package org.sipsleuth.view.social.ledger;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.Method;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.rule.RuleDetector;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SessionModel;

/// The home region and the rates by which dialled numbers are read. The session rules get them, so
/// that toll fraud and ledger agree. Used on the JavaFX thread.
public final class NumberRules {

    private final SessionModel session;
    private final Executor background;
    private final Consumer<RuleDetector> used;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private @Nullable Path rates;
    private @Nullable String home;

    /// Begins with the bundled rules.
    ///
    /// @param background where files are read
    /// @param used receives the rules by which numbers are read
    public NumberRules(SessionModel session, Executor background, Consumer<RuleDetector> used) {
        this.session = session;
        this.background = background;
        this.used = used;
        open(null, null, used);
    }

    /// Reads numbers without country code as those of a country.
    ///
    /// @param region its ISO code; empty for none
    public void setHome(Optional<String> region) {
        apply(rates, region.orElse(null));
    }

    /// Uses the rates of a file: prefix, price per minute, kind.
    public void setRates(Path file) {
        apply(file, home);
    }

    private void apply(@Nullable Path file, @Nullable String region) {
        open(file, region, detector -> {
            rates = file;
            home = region;
            message.set(file == null ? "" : text("social.ledger.rates.used", String.valueOf(file.getFileName())));
            session.use(RuleMethod.NAME, Optional.of(detector));
            used.accept(detector);
        });
    }

    private void open(@Nullable Path file, @Nullable String region, Consumer<RuleDetector> opened) {
        Method rules = session.methods().named(RuleMethod.NAME).orElseThrow();
        RunTask<RuleDetector> task = new RunTask<>(_ -> (RuleDetector) rules
                .detector(Methods.withNumbers(rules.shipped(), file == null ? null : file.toString(), region)));
        task.setOnSucceeded(_ -> opened.accept(task.getValue()));
        task.setOnFailed(
                _ -> message.set(text("social.ledger.rates.failed", String.valueOf(task.getException().getMessage()))));
        background.execute(task);
    }

    /// Which rates are used, or why those of a file are not.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
