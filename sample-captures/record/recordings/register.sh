# A registration with digest, and one whose passwords are wrong.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
start_capture
caller right phone1 register -s 1001 -au 1001 -ap secret1001
wait_for right
caller wrong phone2 register-wrong -s 1002 -au 1002
wait_for wrong
stop_capture
expect phone1 ">REGISTER <401 >REGISTER <200"
expect phone2 ">REGISTER <401 >REGISTER <401 >REGISTER <401 >REGISTER <403"
