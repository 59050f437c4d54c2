package org.sipsleuth.view.session.filter;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.complete.Conditions;
import org.sipsleuth.filter.complete.Joining;
import org.sipsleuth.filter.complete.PointedAt;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The menu items that filter for or without what the pointer is on.
public final class ConditionMenu {

    private static final Logger LOG = LoggerFactory.getLogger(ConditionMenu.class);
    private static final int LONGEST = 60;

    private final FilterModel filter;

    public ConditionMenu(FilterModel filter) {
        this.filter = filter;
    }

    /// Filters no more.
    public void drop() {
        filter.drop();
    }

    /// Makes conditions of what messages and dialogs have.
    public Conditions conditions() {
        return new Conditions(filter.catalogProperty().get());
    }

    /// Makes conditions of what stands at a byte of a message.
    public PointedAt pointedAt() {
        return new PointedAt(filter.catalogProperty().get());
    }

    /// The items of one condition, or a menu for each of several. Those that cannot be asked are
    /// left out.
    public List<MenuItem> items(List<String> conditions) {
        List<String> usable = conditions.stream().distinct().filter(this::canBeAsked).toList();
        if (usable.size() == 1) {
            return joinings(usable.getFirst(), text("session.filter.for", cut(usable.getFirst())));
        }
        List<MenuItem> menus = new ArrayList<>();
        for (String condition : usable) {
            Menu menu = new Menu(text("session.filter", cut(condition)));
            menu.setMnemonicParsing(false);
            menu.getItems().setAll(joinings(condition, text("session.filter.only")));
            menus.add(menu);
        }
        return menus;
    }

    private boolean canBeAsked(String condition) {
        try {
            Filter.of(condition, filter.catalogProperty().get());
            return true;
        } catch (FilterSyntaxException noCondition) {
            LOG.debug("No condition: {}", condition, noCondition);
            return false;
        }
    }

    private List<MenuItem> joinings(String condition, String only) {
        boolean isFree = filter.textProperty().get().isEmpty();
        List<MenuItem> items = new ArrayList<>();
        for (Joining how : Joining.values()) {
            MenuItem item = new MenuItem(switch (how) {
                case ONLY -> only;
                case WITHOUT -> text("session.filter.without");
                case AND -> text("session.filter.and");
                case AND_NOT -> text("session.filter.and.not");
                case OR -> text("session.filter.or");
            });
            item.setMnemonicParsing(false);
            item.setDisable(isFree && how != Joining.ONLY && how != Joining.WITHOUT);
            item.setOnAction(_ -> apply(how.join(filter.textProperty().get(), condition)));
            items.add(item);
        }
        return items;
    }

    private static String cut(String words) {
        return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    }

    private void apply(String joined) {
        try {
            filter.apply(joined);
        } catch (FilterSyntaxException tooLong) {
            LOG.warn("A filter that was put together cannot be used", tooLong);
        }
    }
}
