import threading, time

a, b = threading.Lock(), threading.Lock()

def one():
    with a:
        time.sleep(0.1)
        with b:
            print("one")

def two():
    with b:
        time.sleep(0.1)
        with a:
            print("two")

threading.Thread(target=one, name="one").start()
threading.Thread(target=two, name="two").start()
