# Power comes back for many handsets, which register again within three seconds, twice, while the office telephones.
draw_place
open_office
first=$(drawn first 8 18)
add_handsets "$(drawn handsets 26 38)" "$(drawn pause 1 3)" "\"again\":[$first,$((first + $(drawn later 9 14)))]"
begin
ordinary_day 46
finish
