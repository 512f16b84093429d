// The objects of the compiled module, each behind the object of ours that a user holds. They stand
// here and not in fields, so that classes reach each other's without showing them to anyone.
import { LkksError } from "./error.js";
import { wrongType } from "./input.js";
import { call, current } from "./state.js";

/** @type {WeakMap<object, { Class: Function, object: any, instance: number }>} */
const handles = new WeakMap();

/** What the constructor of each class does: objects are made by the static methods. */
export function refuseNew(name) {
  throw new LkksError("wrong-type", `${name} has no constructor; see its static methods`);
}

/** An object of `Class` with this object of the compiled module behind it. */
export function make(Class, object) {
  const owner = Object.create(Class.prototype);
  handles.set(owner, { Class, object, instance: current() });
  return owner;
}

/** Does `work` with the object behind `owner`. */
export function use(owner, work) {
  return call(() => work(objectOf(owner)));
}

/** The object behind an argument, or the error that it is no `Class`. */
export function behind(value, Class, path) {
  if (handles.get(value)?.Class !== Class) throw wrongType(value, path, Class.name);
  return objectOf(value);
}

/** Gives its memory back at once instead of some day. */
export function release(owner) {
  const handle = handles.get(owner);
  // What was made before a trap belongs to a memory that is gone.
  if (handle?.instance === current()) handle.object?.free();
  if (handle !== undefined) handle.object = undefined;
}

function objectOf(owner) {
  const handle = handles.get(owner);
  if (handle === undefined) {
    throw new LkksError("wrong-type", "this method belongs to an object of another class");
  }
  if (handle.object === undefined) {
    throw new LkksError("released", "this object was given back with `free()`");
  }
  if (handle.instance !== current()) {
    throw new LkksError("released", "this object was lost when lkks failed; make it anew");
  }
  return handle.object;
}
