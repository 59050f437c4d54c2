# A call centre's dialler calls seventy numbers outside from one account, one every 1.4 seconds; half
# of them are busy or do not answer.
relocate calls.example.com 5060 10.240.3 198.19.50
EXTENSIONS=(9101 9102 9103 9104 9105)
EXISTING='^9[0-9][0-9][0-9]$'
WEAK=none
CARRIER_SCENARIO=carrier-mixed
sed -i -e 's/chance="0.07"/chance="0.2"/; s/chance="0.1"/chance="0.35"/; s/404 Not Found/480 Temporarily Unavailable/' "$parts/sipp/carrier-mixed.xml"
open_office
echo "9900 normal" >>"$scratch/users"
add_host dialler 10.240.3.60
ip -n "$PREFIX-dialler" route add default via 10.240.3.254
start_office_capture
keep_alive 17
office_day 224 125
printf '%s\n' SEQUENTIAL >"$scratch/numbers.csv"
for n in $(seq 0 69); do
    echo "00305550$((100 + n * 37 % 900));9900;[authentication username=9900 password=secret9900];" >>"$scratch/numbers.csv"
done
sed 's/response="404" optional="true" next="failed"/response="480" optional="true" next="failed"/; s/^      User-Agent: .*/      User-Agent: VICIdial 2.14/' \
    "$parts/sipp/trunk-calls.xml" >"$scratch/dialler.xml"
incoming+=(dialler)
at 6 start dialler dialler env TERM=dumb sipp -sf "$scratch/dialler.xml" -nostdin -inf "$scratch/numbers.csv" \
    -i 10.240.3.60 -mi 10.240.3.60 -p 5060 -r 1 -rp 1400 -m 70 -l 30 10.240.3.1:5060
play
close_office
