# Several hosts share the guessing: each tries a few words for a few users, slowly. A wrong password is answered with 403.
draw_place
WEAK=${BLOCK}2$(drawn weak 0 5)
WEAK_PASSWORD=$(one_of password office1 winter2025 monday12)
open_office -A WITH_FORBIDDEN
number_of_hosts=$(drawn hosts 4 6)
mapfile -t list < <(words_with "$WEAK_PASSWORD" "$(drawn words 5 8)")
add_handsets 8 2.4
n=0
for number in $(seq "$number_of_hosts"); do
    add_attacker "guesser$number" "$FOREIGN.$((20 + 31 * number + $(drawn "step$number" 0 9)))"
    for word in "${list[@]}"; do
        user=$BLOCK$((20 + (n + 3 * number) % 8))
        n=$((n + 1))
        echo "$user;$DOMAIN;[authentication username=$user password=$word];"
    done | write_list "$scratch/guesses$number.csv"
done
# The last host tries the right word for the user who has it.
echo "$WEAK;$DOMAIN;[authentication username=$WEAK password=$WEAK_PASSWORD];" >>"$scratch/guesses$number_of_hosts.csv"
begin
ordinary_day 44
for number in $(seq "$number_of_hosts"); do
    address=${address_of[guesser$number]}
    sipp_list guess "$scratch/guesses$number.csv" "$address" 5060 "$(drawn rate 14 22)" -key agent "$(product guesser)"
    at "$((8 + number)).$((number * 3 % 10))" attack "A1-$number" password_cracking "guesser$number" 5060 \
        "SIPp on $number_of_hosts hosts tries ${#list[@]} words each for several users; one guess is right." "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
done
finish $(for number in $(seq "$number_of_hosts"); do echo "A1-$number?"; done)
