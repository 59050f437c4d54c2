package org.sipsleuth.app.command.lab;

import java.util.List;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Syllabus;
import org.sipsleuth.report.rows.Column;

/// The labs that come with the program. The names of the columns are a contract.
public final class RecipeRows extends ListedRows<Recipe> {

    private static final List<Column> COLUMNS = List.of(Column.number("number"), Column.whole("id"),
            Column.number("level"), Column.number("minutes"), Column.whole("scenario"), Column.text("title"),
            Column.text("story"), Column.list("teaches"), Column.text("guide"));

    private static final int SHORT = 6;
    private final boolean isForPeople;

    /// @param isForPeople whether only what fits a line is listed
    public RecipeRows(List<Recipe> recipes, boolean isForPeople) {
        super(isForPeople ? COLUMNS.subList(0, SHORT) : COLUMNS, recipes);
        this.isForPeople = isForPeople;
    }

    @Override
    protected String[] cells(Recipe recipe) {
        Syllabus its = recipe.syllabus();
        List<String> cells = List.of(Integer.toString(its.number()), its.id(), Integer.toString(its.level()),
                Integer.toString(its.minutes()), its.scenario(), its.title(), its.story(), Column.list(its.teaches()),
                its.guide());
        return (isForPeople ? cells.subList(0, SHORT) : cells).toArray(String[]::new);
    }
}
